import { describe, expect, it } from 'vitest';
import type { ComponentList, PageComponent } from '@/lib/contracts/status-page';
import { componentStep, groupStep, withComponentAt, withGroupBefore } from './arrange';

const component = (id: string, groupId: string | null): PageComponent => ({
  ...{ id, groupId, name: id, description: null, isPublic: true, state: 'operational', since: null },
});
const LIST: ComponentList = {
  groups: [
    { id: 'g', name: 'G' },
    { id: 'h', name: 'H' },
  ],
  components: [component('a', null), component('b', 'g'), component('c', 'g'), component('d', 'h')],
};
const shown = ({ components }: ComponentList) => components.map(({ id, groupId }) => `${groupId ?? '-'}${id}`).join(' ');
const step = (id: string, by: -1 | 1) => {
  const one = LIST.components.find((each) => each.id === id) ?? component(id, null);
  const place = componentStep(LIST, one, by);
  return place && shown(withComponentAt(LIST, id, place));
};

describe('a component', () => {
  it('is put before another, last, and into an empty place', () => {
    expect(shown(withComponentAt(LIST, 'd', { groupId: 'g', beforeId: 'c' }))).toBe('-a gb gd gc');
    expect(shown(withComponentAt(LIST, 'b', { groupId: null, beforeId: null }))).toBe('-a -b gc hd');
    expect(shown(withComponentAt(LIST, 'b', { groupId: 'g', beforeId: 'gone' }))).toBe('-a gc gb hd');
  });

  it('goes step by step through all groups, and stops at the ends', () => {
    expect([step('c', -1), step('b', -1), step('b', 1), step('c', 1), step('a', 1)]).toEqual([
      ...['-a gc gb hd', '-a -b gc hd', '-a gc gb hd', '-a gb hc hd', 'ga gb gc hd'],
    ]);
    expect([step('a', -1), step('d', 1)]).toEqual([null, null]);
  });
});

describe('a group', () => {
  it('goes up and down, and stops at the ends', () => {
    expect([groupStep(LIST, 'g', 1), groupStep(LIST, 'h', -1), groupStep(LIST, 'g', -1), groupStep(LIST, 'h', 1)]).toEqual([
      ...[null, 'g', undefined, undefined],
    ]);
    expect(withGroupBefore(LIST, 'h', 'g').groups.map(({ id }) => id)).toEqual(['h', 'g']);
  });
});
