import { describe, expect, it } from 'vitest';
import type { IncidentEvent } from '@/lib/core/incident/events';
import { runThrough } from '@/lib/core/incident/testing/every-event';
import { PEOPLE, Room } from '@/lib/core/incident/testing/room';
import { filterOf, NO_FILTER, queryOf, type LogFilter } from './log-filter';
import { logRowBuilder, type LogRow } from './log-rows';

const source = (room: Room, filter: LogFilter = NO_FILTER) => ({
  events: [...room.events],
  pending: [] as IncidentEvent[],
  entries: room.state.entries,
  zone: 'utc' as const,
  filter,
});

const seqs = (rows: readonly LogRow[]) => rows.flatMap((row) => (row.kind === 'entry' ? [row.event.seq] : []));
const kinds = (rows: readonly LogRow[]) => rows.map(({ kind }) => kind);

describe('the rows of the log', () => {
  it('stand in the order in which things happened, with a row where a day begins and where half an hour passed', () => {
    const room = new Room()
      .do('ana', 'log.write', { text: 'now' })
      .do('bo', 'log.write', { text: 'an hour before' }, { at: '2026-11-23T15:00:00.000Z' })
      .do('bo', 'log.write', { text: 'the day before' }, { at: '2026-11-22T23:50:00.000Z' });
    const rows = logRowBuilder()(source(room));
    expect(kinds(rows)).toEqual(['day', 'entry', 'day', 'entry', 'gap', 'entry', 'entry']);
    expect(seqs(rows)).toEqual([4, 3, 1, 2]);
  });

  it('follow a line that is re-timed, and hide what only changes another line', () => {
    const room = new Room()
      .do('ana', 'log.write', { text: 'first' })
      .do('ana', 'log.write', { text: 'second' })
      .do('ana', 'log.revise', { entry: 3, at: '2026-11-23T15:59:00.000Z' })
      .do('ana', 'log.pin', { entry: 2 });
    expect(seqs(logRowBuilder()(source(room)))).toEqual([3, 1, 2]);
  });

  it('are the same whether they came one by one or at once', () => {
    const whole = runThrough();
    const step = logRowBuilder();
    let rows: LogRow[] = [];
    for (let count = 1; count <= whole.events.length; count++) {
      rows = step({ ...source(whole), events: whole.events.slice(0, count), entries: whole.state.entries });
    }
    expect(rows).toEqual(logRowBuilder()(source(whole)));
  });

  it('keep their key when a line that was drawn ahead is confirmed', () => {
    const room = new Room().do('ana', 'log.write', { text: 'first' });
    const [declared, written] = room.events;
    const build = logRowBuilder();
    const ahead = build({ ...source(room), events: [declared!], pending: [{ ...written!, hash: null }] });
    const confirmed = build(source(room));
    expect(ahead.at(-1)).toMatchObject({ pending: true });
    expect(confirmed.at(-1)).toMatchObject({ pending: false, key: ahead.at(-1)?.key });
  });

  it('show a pending line at the time at which it was written', () => {
    const room = new Room().do('ana', 'log.write', { text: 'confirmed' });
    const earlier = {
      ...room.events[1]!,
      at: '2026-11-23T15:59:59.000Z',
      seq: 3,
      commandId: 'other',
    } as unknown as IncidentEvent;
    expect(seqs(logRowBuilder()({ ...source(room), pending: [earlier] }))).toEqual([3, 1, 2]);
  });
});

describe('the filter of the log', () => {
  const room = runThrough();
  const count = (filter: Partial<LogFilter>) => seqs(logRowBuilder()(source(room, { ...NO_FILTER, ...filter }))).length;

  it('leaves kinds, a person, or pinned lines', () => {
    const notes = seqs(logRowBuilder()(source(room, { ...NO_FILTER, kinds: ['note'] })));
    expect(notes.length).toBeGreaterThan(0);
    expect(notes.every((seq) => room.events[seq - 1]?.type === 'log.written')).toBe(true);
    expect(count({ person: PEOPLE.cy.userId })).toBeGreaterThan(0);
    expect(count({ pinned: true })).toBe(0);
  });

  it('is read from the address as it was written there', () => {
    const filter: LogFilter = { kinds: ['note', 'evidence'], person: PEOPLE.bo.userId, pinned: true };
    expect(filterOf(new URLSearchParams(queryOf(filter)))).toEqual(filter);
    expect(filterOf(new URLSearchParams('kind=nonsense'))).toBe(NO_FILTER);
    expect(queryOf(NO_FILTER)).toBe('');
  });
});
