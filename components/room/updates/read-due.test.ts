import { expect, it } from 'vitest';
import { readDue } from './read-due';

const NOW = Date.parse('2026-11-23T16:30:00.000Z');

it.each([
  ['16:45', '2026-11-23T16:45:00.000Z'],
  [' 9:05 ', '2026-11-24T09:05:00.000Z'],
  ['16:30', '2026-11-24T16:30:00.000Z'],
  ['24:00', null],
  ['16:60', null],
  ['soon', null],
])('reads %j as the next time that clocks show it', (text, at) => expect(readDue(text, 'utc', NOW)).toBe(at));
