import type { CommandAnswer } from '@/lib/contracts/room';
import type { OutboxChannel, OutboxMessage } from './outbox-channel';
import type { NewCommand, OutboxCommand } from './outbox-command';
import { createSender } from './outbox-sender';
import type { OutboxStorage } from './outbox-storage';
import type { OutboxState } from './room-store';
import type { Send } from './send-command';
import type { SenderLock } from './sender-lock';
import type { Timers } from './timers';

type OutboxPorts = {
  userId: string;
  storage: OutboxStorage;
  channel: OutboxChannel;
  lock: SenderLock;
  send: Send;
  timers: Timers;
  clockOffsetMs: () => Promise<number | null>;
};

type Taken = (command: OutboxCommand, answer: CommandAnswer) => void;

/** A sender that has not answered for this long is asleep. */
const SILENCE_MS = 3000;

/** What one person has written on this device and the server has not taken yet, the same in all tabs. [O1] [O2] [O5] */
export function createOutbox({ userId, storage, channel, lock, send, timers, clockOffsetMs }: OutboxPorts) {
  let commands: OutboxCommand[] = [];
  let sending: ReadonlySet<string> = new Set();
  let pause: string | null = null;
  const listeners = new Set<() => void>();
  const takenListeners = new Set<Taken>();
  let cancelSteal: (() => void) | null = null;
  let release: (() => void) | null = null;

  const changed = () => listeners.forEach((listener) => listener());

  // Reads may overtake each other; only the latest counts, and whoever asked earlier waits for it.
  let latest: Promise<void> = Promise.resolve();
  function reload(): Promise<void> {
    const read: Promise<void> = storage.all(userId).then(async (found) => {
      if (read !== latest) return latest;
      commands = found;
      changed();
      sender.kick();
    });
    latest = read;
    return read;
  }

  async function changedHere(): Promise<void> {
    await reload();
    channel.post({ kind: 'changed' });
  }

  const sender = createSender({
    sendable: () => commands.filter(({ attention }) => attention === null),
    attachment: (id) => storage.attachment(id),
    async keep(id, command) {
      await storage.replace(id, command);
      await changedHere();
    },
    async taken(command, answer) {
      for (const listener of takenListeners) listener(command, answer);
      channel.post({ kind: 'taken', command, answer });
      await storage.remove(command.id);
      await changedHere();
    },
    changed(nextSending, nextPause) {
      sending = nextSending;
      pause = nextPause;
      changed();
      channel.post({ kind: 'sending', ids: [...sending], pause });
    },
    send,
    timers,
    clockOffsetMs,
  });

  /** Somebody sends: nobody's turn is to be taken. */
  function awake(): void {
    cancelSteal?.();
    cancelSteal = null;
  }

  function hear(message: OutboxMessage): void {
    if (message.kind === 'ping') {
      if (sender.isRunning()) channel.post({ kind: 'pong' });
      return;
    }
    if (message.kind === 'changed') return void reload();
    if (message.kind === 'taken') return takenListeners.forEach((listener) => listener(message.command, message.answer));
    awake();
    if (message.kind === 'pong' || sender.isRunning()) return;
    sending = new Set(message.ids);
    pause = message.pause;
    changed();
  }
  channel.listen(hear);

  /** A tab that the browser put to sleep keeps its turn; somebody who writes here must not wait for it. */
  function callSender(): void {
    if (!release || sender.isRunning() || cancelSteal) return;
    channel.post({ kind: 'ping' });
    cancelSteal = timers.after(SILENCE_MS, () => {
      cancelSteal = null;
      if (!sender.isRunning()) lock.steal();
    });
  }

  const find = (id: string) => commands.find((command) => command.id === id) ?? null;

  return {
    userId,
    /** Answers when the command is safe. [O1] */
    async add(command: NewCommand, attachment: Blob | null): Promise<void> {
      await storage.add(command, attachment);
      await changedHere();
      callSender();
    },
    /** Sends a refused command again as it is. */
    async retry(id: string): Promise<void> {
      const command = find(id);
      if (!command) return;
      await storage.replace(id, { ...command, attention: null });
      await changedHere();
      callSender();
    },
    /** Puts a corrected command in the place of a refused one, under an id of its own. */
    async correct(id: string, next: NewCommand): Promise<void> {
      const command = find(id);
      if (!command) return;
      await storage.replace(id, { ...next, order: command.order });
      await changedHere();
      callSender();
    },
    async discard(id: string): Promise<void> {
      await storage.remove(id);
      await changedHere();
    },
    find,
    count: async () => (await storage.all(userId)).length,
    stateOf: (incidentId: string): OutboxState => ({
      commands: commands.filter((command) => command.incidentId === incidentId),
      sending,
      pause,
      isKept: storage.isKept(),
    }),
    load: reload,
    wake: () => sender.wake(),
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onTaken(listener: Taken): () => void {
      takenListeners.add(listener);
      return () => void takenListeners.delete(listener);
    },
    /** Sends, as soon as it is this tab's turn. */
    start(): void {
      release ??= lock.hold(async (lost) => {
        await reload();
        if (lost.aborted) return;
        awake();
        sender.start();
        lost.addEventListener('abort', () => sender.stop());
        await new Promise((resolve) => lost.addEventListener('abort', resolve));
      });
    },
    stop(): void {
      release?.();
      release = null;
      awake();
    },
  };
}

export type Outbox = ReturnType<typeof createOutbox>;
