import type { Refusal } from '@/lib/core/incident/command';
import type { CommandInput, CommandName } from '@/lib/core/incident/registry';
import type { NewCommand } from './outbox-command';
import type { Outbox } from './outbox';
import { prepareCommand, type RunOptions } from './prepare-command';
import { drawOne } from './redraw';
import type { RoomConnection } from './room-connection';
import type { RoomStore } from './room-store';
import type { ServerClock } from './server-clock';
import { writtenAt } from './outbox-command';
import type { Timers } from './timers';

type ActionPorts = {
  room: RoomStore;
  outbox: () => Outbox;
  connection: () => RoomConnection | null;
  clock: ServerClock;
  timers: Timers;
};

export type RunAnswer = { ok: true; id: string } | Refusal;

export type RoomActions = {
  /**
   * Decides here first: a refusal comes back at once and nothing is queued. Otherwise answers when the command is safe on
   * this device; it is drawn already then, and on its way.
   */
  run: <N extends CommandName>(name: N, input: CommandInput<N>, options?: RunOptions) => Promise<RunAnswer>;
  /** Sends what the server refused again, as it is. */
  retry: (id: string) => Promise<void>;
  /** Sends it with another input instead. */
  edit: (id: string, input: unknown) => Promise<RunAnswer>;
  discard: (id: string) => Promise<void>;
  loadEarlier: () => Promise<void>;
  setFocus: (id: string | null) => void;
  setTyping: (where: string | null) => void;
};

const GONE: Refusal = { ok: false, code: 'not_found', message: 'This was sent or discarded in another window meanwhile.' };

/** What a person can do in a room. */
export function createRoomActions({ room, outbox, connection, clock, timers }: ActionPorts): RoomActions {
  const { store, drawer } = room;
  const incidentId = store.getState().confirmed.id;
  const around = () => ({
    incidentId,
    userId: drawer.actor.userId,
    nowMs: timers.nowMs(),
    clockOffsetMs: clock.preciseOffsetMs(),
  });

  function refusalOf(command: NewCommand): Refusal | null {
    const at = writtenAt(command, clock.offsetMs() ?? 0);
    const drawn = drawOne(store.getState().drawn, { ...command, writtenAt: at }, drawer);
    return Array.isArray(drawn) ? null : drawn;
  }

  return {
    async run(name, input, options = {}) {
      const prepared = await prepareCommand(name, input, options, around());
      if (!prepared.ok) return prepared;
      const { command, attachment } = prepared;
      const refusal = refusalOf(command);
      if (refusal) return refusal;
      await outbox().add(command, attachment);
      return { ok: true, id: command.id };
    },
    retry: (id) => outbox().retry(id),
    async edit(id, input) {
      const known = outbox().find(id);
      if (!known) return GONE;
      const prepared = await prepareCommand(known.name, input, { at: known.at }, around());
      if (!prepared.ok) return prepared;
      const { writtenAtMs, clockOffsetMs } = known;
      const kept = known.attachment && { body: known.body, attachment: known.attachment };
      const upload = known.attachment && { input: { ...(input as object), upload: prepared.command.id } };
      const command = { ...prepared.command, ...kept, ...upload, writtenAtMs, clockOffsetMs };
      const refusal = refusalOf(command);
      if (refusal) return refusal;
      await outbox().correct(id, command);
      return { ok: true, id: command.id };
    },
    discard: (id) => outbox().discard(id),
    loadEarlier: async () => connection()?.loadEarlier(),
    setFocus: (id) => connection()?.presence.setFocus(id),
    setTyping: (where) => connection()?.presence.setTyping(where),
  };
}
