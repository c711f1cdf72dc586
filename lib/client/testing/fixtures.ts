import { uuidv7 } from 'uuidv7';
import type { Person } from '@/lib/core/incident/command';
import { packRoom } from '@/lib/core/incident/snapshot';
import { PEOPLE, type Room, type Who } from '@/lib/core/incident/testing/room';
import type { NewCommand, OutboxCommand } from '../outbox-command';
import { redraw } from '../redraw';
import { createRoomStore } from '../room-store';

export const DIRECTORY: Person[] = Object.values(PEOPLE);
export const EPOCH = 'one life of a database';

/** A store on a room of the core, with its latest `window` events. */
export function storeOf({ state, events }: Pick<Room, 'state' | 'events'>, who: Who = 'ana', window = 200) {
  const snapshot = packRoom(state, events.slice(-window), EPOCH);
  const room = createRoomStore({ snapshot, me: PEOPLE[who], directory: DIRECTORY });
  room.drawAheadBy(redraw);
  return room;
}

export const WRITTEN_AT_MS = Date.parse('2026-11-23T16:30:00.000Z');

/** A note on its way, unless `more` says otherwise. */
export function commandOf(more: Partial<NewCommand> = {}): NewCommand {
  return {
    id: uuidv7(),
    userId: PEOPLE.ana.userId,
    incidentId: '00000002-0000-7000-8000-000000000001',
    name: 'log.write',
    input: { text: 'a note' },
    at: null,
    writtenAtMs: WRITTEN_AT_MS,
    clockOffsetMs: 0,
    sentAs: null,
    attention: null,
    body: null,
    attachment: null,
    ...more,
  };
}

export const queued = (commands: readonly NewCommand[]): OutboxCommand[] =>
  commands.map((command, index) => ({ ...command, order: index + 1 }));
