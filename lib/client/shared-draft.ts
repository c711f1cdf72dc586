import { mergeUpdates } from 'yjs';
import type { DraftAnswer, DraftRefusal } from '@/lib/contracts/socket';
import { fromBase64, toBase64 } from './base64';
import { createDraftDocument, HERE, type DraftContent } from './draft-document';
import type { RoomSocket } from './room-socket';
import type { Timers } from './timers';

export type DraftView = DraftContent & {
  /** Whether others see it as it is typed; if not it is kept on this device. */
  isShared: boolean;
  /** Why the server does not take it, or null. */
  problem: string | null;
};

/** What this device keeps of a draft that the server does not have yet. */
export type DraftKeeper = { read: () => string | null; keep: (document: string | null) => void };

export type DraftWire = Pick<RoomSocket['socket'], 'connected' | 'on' | 'off' | 'emit' | 'timeout'>;

type DraftPorts = { incidentId: string; socket: DraftWire; keeper: DraftKeeper; timers: Timers };

const SERVER = 'server';
const PAUSE_MS = 150;
const ANSWER_MS = 8000;
const AGAIN_MS = 10_000;
const FINAL: ReadonlySet<string> = new Set(['forbidden', 'not_found', 'unauthenticated', 'too_large', 'invalid']);

/**
 * The draft of an update, written together: changes of others come in as they are typed, own ones go out a moment later.
 * Without a network they are kept here, and go out when it is back.
 */
export function createSharedDraft({ incidentId, socket, keeper, timers }: DraftPorts) {
  const draft = createDraftDocument();
  const listeners = new Set<() => void>();
  let unsent: Uint8Array[] = [];
  let isSending = false;
  let isOpening = false;
  let isStopped = false;
  let cancelPause: (() => void) | null = null;
  let cancelAgain = () => {};
  let view: DraftView = { ...draft.content(), isShared: false, problem: null };

  function show(change: Partial<DraftView> = {}): void {
    view = { ...view, ...draft.content(), ...change };
    for (const listener of listeners) listener();
  }

  const keep = () => keeper.keep(unsent.length === 0 ? null : toBase64(draft.since()));

  function refused({ code, message }: DraftRefusal): void {
    show({ isShared: false, problem: FINAL.has(code) ? message : null });
  }

  async function send(): Promise<void> {
    cancelPause = null;
    if (isSending || !view.isShared || unsent.length === 0) return;
    isSending = true;
    // A list of its own: what is typed until the answer comes is not in it.
    const sending = [...unsent];
    const update = toBase64(mergeUpdates(sending));
    const answer = await socket
      .timeout(ANSWER_MS)
      .emitWithAck('draft:change', { incident: incidentId, update })
      .catch(() => null);
    isSending = false;
    if (answer?.ok) {
      // It may have been put together anew meanwhile, with what was typed since.
      unsent = unsent.filter((one) => !sending.includes(one));
      keep();
      if (unsent.length > 0 && !isStopped) sendSoon();
    }
    if (isStopped || answer?.ok) return;
    if (answer) refused(answer);
    else show({ isShared: false });
    if (!answer || !FINAL.has(answer.code)) void open();
  }

  function sendSoon(): void {
    cancelPause ??= timers.after(PAUSE_MS, () => void send());
  }

  async function open(): Promise<void> {
    if (isOpening || isStopped || !socket.connected) return;
    isOpening = true;
    const answer: DraftAnswer | null = await socket
      .timeout(ANSWER_MS)
      .emitWithAck('draft:open', { incident: incidentId })
      .catch(() => null);
    isOpening = false;
    if (isStopped || !answer) return;
    if (!answer.ok) return refused(answer);
    const there = fromBase64(answer.document);
    draft.apply(there, SERVER);
    // What is on its way is sent once more: taking it twice changes nothing.
    if (unsent.length > 0) unsent = [draft.since(there)];
    show({ isShared: true, problem: null });
    if (unsent.length > 0) sendSoon();
  }

  function heard({ incident, update }: { incident: string; update: string }): void {
    if (incident !== incidentId) return;
    draft.apply(fromBase64(update), SERVER);
    if (draft.isMissing()) void open();
  }
  const apart = () => show({ isShared: false });
  const connected = () => void open();

  const endUpdates = draft.onUpdate((change, origin) => {
    if (origin === HERE) {
      unsent.push(change);
      keep();
      if (view.isShared) sendSoon();
    }
    show();
  });

  function lookAgain(): void {
    // A change that got lost on its way to us leaves no trace of its own.
    if (view.problem === null) void open();
    cancelAgain = timers.after(AGAIN_MS, lookAgain);
  }

  const kept = keeper.read();
  if (kept !== null) {
    try {
      draft.apply(fromBase64(kept), HERE);
    } catch {
      keeper.keep(null);
    }
  }
  socket.on('draft:changed', heard);
  socket.on('connect', connected);
  socket.on('disconnect', apart);
  lookAgain();

  return {
    view: () => view,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    type: draft.type,
    set: draft.set,
    clear: draft.clear,
    /** Sends what is left at once, and hears no more. What does not get through is kept on this device. */
    stop(): void {
      void send();
      isStopped = true;
      cancelPause?.();
      cancelAgain();
      endUpdates();
      socket.off('draft:changed', heard);
      socket.off('connect', connected);
      socket.off('disconnect', apart);
      if (socket.connected) socket.emit('draft:leave', { incident: incidentId });
    },
  };
}

export type SharedDraft = ReturnType<typeof createSharedDraft>;
