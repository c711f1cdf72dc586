import type { CommandAnswer } from '@/lib/contracts/room';
import type { Problem, ProblemCode } from '@/lib/contracts/problem';
import { PEOPLE } from '@/lib/core/incident/testing/room';
import { createOutbox } from '../outbox';
import type { OutboxChannel, OutboxMessage } from '../outbox-channel';
import type { OutboxCommand } from '../outbox-command';
import { createMemoryStorage, type OutboxStorage } from '../outbox-storage';
import type { SendOutcome } from '../send-command';
import type { SenderLock } from '../sender-lock';
import { WRITTEN_AT_MS } from './fixtures';
import { heldTimers } from './held-timers';

/** The tabs of one browser: one lock, one channel. The first to ask holds the lock until it lets go. */
export function browser() {
  const tabs: ((message: OutboxMessage) => void)[] = [];
  let queue: { run: (lost: AbortSignal) => Promise<void>; ended: AbortController }[] = [];
  const begin = () => void queue[0]?.run(queue[0].ended.signal);

  function lock(): SenderLock {
    let mine: (typeof queue)[number] | null = null;
    return {
      hold(run) {
        mine = { run, ended: new AbortController() };
        queue.push(mine);
        if (queue[0] === mine) begin();
        const turn = mine;
        return () => {
          const wasFirst = queue[0] === turn;
          turn.ended.abort();
          queue = queue.filter((other) => other !== turn);
          if (wasFirst) begin();
        };
      },
      steal() {
        const [holder] = queue;
        holder?.ended.abort();
        queue = mine ? [mine, ...queue.filter((other) => other !== mine && other !== holder)] : queue;
        begin();
      },
    };
  }

  function channel(): OutboxChannel {
    let own: ((message: OutboxMessage) => void) | null = null;
    return {
      post: (message) => tabs.filter((tab) => tab !== own).forEach((tab) => tab(structuredClone(message))),
      listen(hear) {
        own = hear;
        tabs.push(hear);
      },
    };
  }

  return { lock, channel };
}

export const problemOf = (status: number, code: ProblemCode, detail: string): Problem => ({
  type: `about:blank#${code}`,
  title: code,
  requestId: 'r',
  status,
  code,
  detail,
});

/** Answers to sendings, given one by one by the test. */
export function heldServer() {
  type Sending = { command: OutboxCommand; attachment: Blob | null; answer: (outcome: SendOutcome) => void };
  const sent: Sending[] = [];
  const waiting = new Set<() => void>();
  return {
    sent,
    ids: () => sent.map(({ command }) => command.id),
    send: (command: OutboxCommand, attachment: Blob | null) =>
      new Promise<SendOutcome>((resolve) => {
        sent.push({ command, attachment, answer: resolve });
        for (const look of waiting) look();
      }),
    /** The `n`th sending, counted from 1, as soon as it is there. */
    sending: (n: number) =>
      new Promise<Sending>((resolve) => {
        const look = () => {
          const found = sent[n - 1];
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
  };
}

export const TAKEN: SendOutcome = { kind: 'taken', answer: { events: [], seq: 1 } satisfies CommandAnswer };
export const LATER: SendOutcome = { kind: 'later', retryAfterMs: null };

type TabParts = Partial<{
  storage: OutboxStorage;
  userId: string;
  home: ReturnType<typeof browser>;
  clockOffsetMs: number | null;
}>;

/** An outbox in a tab, with a server and a clock that the test holds. */
export function tabOf({
  storage = createMemoryStorage(),
  userId = PEOPLE.ana.userId,
  home = browser(),
  clockOffsetMs = 0,
}: TabParts = {}) {
  const server = heldServer();
  const clock = heldTimers(WRITTEN_AT_MS);
  const outbox = createOutbox({
    userId,
    storage,
    channel: home.channel(),
    lock: home.lock(),
    send: server.send,
    timers: clock.timers,
    clockOffsetMs: async () => clockOffsetMs,
  });
  /** As soon as what is kept satisfies `isSo`. */
  const until = (isSo: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!isSo()) return;
        end();
        resolve();
      };
      const end = outbox.subscribe(look);
      look();
    });
  return { outbox, server, clock, until, storage };
}
