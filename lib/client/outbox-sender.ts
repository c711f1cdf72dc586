import type { CommandAnswer } from '@/lib/contracts/room';
import { writtenAt, type OutboxCommand, type SentAs } from './outbox-command';
import type { Send, SendOutcome } from './send-command';
import { backoffMs, type Timers } from './timers';

export type SenderPorts = {
  /** What may be sent, in order. */
  sendable: () => OutboxCommand[];
  attachment: (id: string) => Promise<Blob | null>;
  keep: (id: string, command: OutboxCommand) => Promise<void>;
  taken: (command: OutboxCommand, answer: CommandAnswer) => Promise<void>;
  /** Says which are under way, and why nothing is, where that is so. */
  changed: (sending: ReadonlySet<string>, pause: string | null) => void;
  send: Send;
  timers: Timers;
  /** The server's time minus ours; asks for it where it is not known yet, and answers null where nobody does. */
  clockOffsetMs: () => Promise<number | null>;
};

type Lane = { isBusy: boolean; failures: number; cancelWait: (() => void) | null };

/** Sent later than this after it was written, a command says when it was written. */
const FRESH_MS = 2000;
const BACKOFF = { baseMs: 500, maxMs: 30_000 };
const SIGNED_OUT_BACKOFF = { baseMs: 5000, maxMs: 60_000 };

/** Sends what waits: one at a time and in order per incident, again and again until the server has spoken. [O2] */
export function createSender(ports: SenderPorts) {
  const { timers } = ports;
  const lanes = new Map<string, Lane>();
  const sending = new Set<string>();
  let isRunning = false;
  let pause: string | null = null;

  const announce = () => ports.changed(new Set(sending), pause);

  function laneOf(incidentId: string): Lane {
    const lane = lanes.get(incidentId) ?? { isBusy: false, failures: 0, cancelWait: null };
    lanes.set(incidentId, lane);
    return lane;
  }

  /** The time that this sending carries; null where it should carry one and the server's clock is not known. */
  async function timed(command: OutboxCommand): Promise<SentAs | null> {
    const { at, sentAs, writtenAtMs, clockOffsetMs } = command;
    if (at !== null) return { at };
    if (sentAs?.isKnown || (sentAs && sentAs.at !== null)) return sentAs;
    const waitedMs = timers.nowMs() - writtenAtMs;
    // A clock that was set back makes the wait look negative.
    if (waitedMs <= FRESH_MS && waitedMs >= 0) return { at: null };
    const offsetMs = clockOffsetMs ?? (await ports.clockOffsetMs());
    if (offsetMs === null) return null;
    return { at: writtenAt(command, offsetMs), ...(sentAs ? { wasUntimed: true } : {}) };
  }

  /** The command as it is sent now; what was not sent so before is kept first, for whoever sends the repeat. */
  async function prepared(command: OutboxCommand): Promise<OutboxCommand | null> {
    const sentAs = await timed(command);
    if (!sentAs) return null;
    const next = { ...command, sentAs };
    if (sentAs.at !== command.sentAs?.at) await ports.keep(command.id, next);
    return next;
  }

  /** Whether the server has it from the first sending, which carried no time. */
  const isKnownUntimed = (command: OutboxCommand, outcome: SendOutcome) =>
    outcome.kind === 'refused' && outcome.problem.code === 'mismatch' && command.sentAs?.wasUntimed === true;

  function waitFor(lane: Lane, incidentId: string, delayMs: number): void {
    lane.failures += 1;
    lane.cancelWait = timers.after(delayMs, () => {
      lane.cancelWait = null;
      void pump(incidentId);
    });
  }

  function later(lane: Lane, incidentId: string, retryAfterMs: number | null): void {
    waitFor(lane, incidentId, Math.max(retryAfterMs ?? 0, backoffMs(timers, lane.failures, BACKOFF)));
  }

  /** Whether the next one may follow at once. */
  async function attempt(lane: Lane, command: OutboxCommand): Promise<boolean> {
    const ready = await prepared(command);
    if (!ready) {
      later(lane, command.incidentId, null);
      return false;
    }
    // Discarded meanwhile.
    if (!ports.sendable().some(({ id }) => id === command.id)) return true;
    const attachment = command.attachment ? await ports.attachment(command.id) : null;
    const outcome = await ports.send(ready, attachment);
    if (isKnownUntimed(ready, outcome)) {
      await ports.keep(command.id, { ...ready, sentAs: { at: null, isKnown: true } });
      return true;
    }
    if (outcome.kind === 'taken' || outcome.kind === 'refused') {
      lane.failures = 0;
      pause = null;
      if (outcome.kind === 'taken') await ports.taken(ready, outcome.answer);
      else await ports.keep(command.id, { ...ready, attention: { reason: outcome.problem.detail, problem: outcome.problem } });
      return true;
    }
    if (outcome.kind === 'signed-out') {
      pause = outcome.reason;
      waitFor(lane, command.incidentId, backoffMs(timers, lane.failures, SIGNED_OUT_BACKOFF));
    } else later(lane, command.incidentId, outcome.retryAfterMs);
    return false;
  }

  async function pump(incidentId: string): Promise<void> {
    const lane = laneOf(incidentId);
    if (lane.isBusy || lane.cancelWait) return;
    lane.isBusy = true;
    for (let goesOn = true; goesOn && isRunning;) {
      const command = ports.sendable().find((one) => one.incidentId === incidentId);
      if (!command) break;
      sending.add(command.id);
      announce();
      try {
        goesOn = await attempt(lane, command);
      } catch {
        // The device's storage failed in between; the command is still there.
        later(lane, incidentId, null);
        goesOn = false;
      }
      sending.delete(command.id);
      announce();
    }
    lane.isBusy = false;
  }

  function kick(): void {
    if (!isRunning) return;
    for (const incidentId of new Set(ports.sendable().map((command) => command.incidentId))) void pump(incidentId);
  }

  return {
    start(): void {
      isRunning = true;
      kick();
    },
    stop(): void {
      isRunning = false;
      for (const lane of lanes.values()) {
        lane.cancelWait?.();
        lane.cancelWait = null;
      }
    },
    isRunning: () => isRunning,
    kick,
    /** The network is back, or somebody asks: tries at once instead of waiting on. */
    wake(): void {
      for (const lane of lanes.values()) {
        lane.cancelWait?.();
        lane.cancelWait = null;
        lane.failures = 0;
      }
      kick();
    },
  };
}
