import { describe, expect, it } from 'vitest';
import { found, type PaletteItem } from './palette-items';

const item = (key: string, title: string, words = ''): PaletteItem => ({ key, title, words, group: 'Log', run: () => undefined });
const items = [
  item('note', 'Write into the log'),
  item('H2', 'H2 Redis is out of memory', 'testing'),
  item('take', 'Take command', 'lead ic'),
];
const keys = (query: string, recent: string[] = []) => found(items, query, recent).map(({ key }) => key);

describe('the palette', () => {
  it('lists everything, what was used last first', () => {
    expect(keys('')).toEqual(['note', 'H2', 'take']);
    expect(keys('', ['take', 'H2'])).toEqual(['take', 'H2', 'note']);
  });

  it('finds by title and by other words, and nothing where there is nothing', () => {
    expect(keys('redis')).toEqual(['H2']);
    expect(keys('lead')).toEqual(['take']);
    expect(keys('zzz')).toEqual([]);
  });
});
