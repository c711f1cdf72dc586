import { describe, expect, it } from 'vitest';
import { Room } from '@/lib/core/incident/testing/room';
import type { RoomView } from '../room-view';
import { entryAround, hypothesisAround } from './walk';

const room = new Room()
  .do('bo', 'hypothesis.propose', { statement: 'one' })
  .do('bo', 'hypothesis.propose', { statement: 'two' })
  .do('bo', 'hypothesis.start-test', { hypothesis: 'H2' })
  .do('bo', 'log.write', { text: 'earlier' }, { at: '2026-11-23T15:00:00.000Z' })
  .do('bo', 'log.pin', { entry: 5 });
const view = { drawn: room.state, events: room.events } as unknown as RoomView;
const entry = (seq: number) => ({ kind: 'entry' as const, seq });

describe('walking with j and k', () => {
  it('goes through the log as it stands, the last line first, and stops at its ends', () => {
    expect(entryAround(view, null, 1)).toBe(4);
    expect(entryAround(view, entry(4), 1)).toBe(4);
    expect(entryAround(view, entry(1), -1)).toBe(5);
    expect(entryAround(view, entry(5), -1)).toBe(5);
  });

  it('goes through hypotheses as the board lists them', () => {
    const first = hypothesisAround(room.state, null, 1);
    expect(first?.ref).toBe('H2');
    expect(hypothesisAround(room.state, { kind: 'hypothesis', id: first!.id }, 1)?.ref).toBe('H1');
  });
});
