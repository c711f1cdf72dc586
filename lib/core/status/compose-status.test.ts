import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeStatus } from './compose-status';
import { incidentMonths, pastIncidents } from './incident-months';
import { componentRow, emptyRows, incidentRow, maintenanceRow, updateRow } from './testing/status-rows';

const NOW = '2026-11-26T12:00:00.000Z';
const change = (componentId: string, state: 'operational' | 'major_outage' | 'partial_outage', at: string, sourceId = at) => ({
  ...{ componentId, state, at, sourceId },
});

const full = emptyRows({
  groups: [
    { id: 'g2', name: 'Second', position: 2, createdAt: '2026-01-01T00:00:00.000Z' },
    { id: 'g1', name: 'First', position: 1, createdAt: '2026-01-01T00:00:00.000Z' },
    { id: 'g0', name: 'Empty', position: 0, createdAt: '2026-01-01T00:00:00.000Z' },
  ],
  components: [
    componentRow('c1', { groupId: 'g2' }),
    componentRow('c2', { groupId: 'g1', position: 2 }),
    componentRow('c3', { groupId: 'g1', position: 1 }),
    componentRow('c4'),
    componentRow('c5', { groupId: 'gone', position: 1 }),
  ],
  changes: [
    change('c1', 'major_outage', '2026-11-20T10:00:00.000Z', 'u1'),
    change('c1', 'partial_outage', '2026-11-20T11:00:00.000Z', 'u2'),
    change('c1', 'operational', '2026-11-20T12:00:00.000Z', 'u3'),
  ],
  incidents: [
    incidentRow('i1', { title: 'Orders fail' }),
    incidentRow('i2', { title: 'Nothing to say' }),
    incidentRow('i3', { title: 'From elsewhere', impact: 'minor' }),
  ],
  updates: [
    updateRow('u1', { components: [{ componentId: 'c1', name: 'Component c1', state: 'major_outage' }] }),
    updateRow('u3', {
      ...{ phase: 'resolved', at: '2026-11-20T12:00:00.000Z', editedAt: '2026-11-21T00:00:00.000Z' },
      components: [{ componentId: 'c1', name: 'Component c1', state: 'operational' }],
    }),
    updateRow('u2', {
      ...{ phase: 'identified', at: '2026-11-20T11:00:00.000Z' },
      components: [{ componentId: 'c1', name: 'Component c1', state: 'partial_outage' }],
    }),
    updateRow('u9', { incidentId: 'i3', phase: 'resolved', at: '2026-09-02T00:00:00.000Z' }),
  ],
  maintenances: [
    maintenanceRow('m1'),
    maintenanceRow('m2', {
      startsAt: '2026-11-26T11:00:00.000Z',
      endsAt: '2026-11-26T13:00:00.000Z',
      componentIds: ['c3', 'gone'],
    }),
    maintenanceRow('m3', { startsAt: '2026-12-01T11:00:00.000Z', endsAt: '2026-12-01T13:00:00.000Z' }),
    maintenanceRow('m4', { phase: 'cancelled' }),
  ],
  notices: [
    { id: 'n1', text: 'Over', at: '2026-11-01T00:00:00.000Z', endsAt: NOW, editedAt: null },
    { id: 'n2', text: 'Pinned', at: '2026-11-01T00:00:00.000Z', endsAt: '2026-11-26T12:00:01.000Z', editedAt: null },
  ],
});

describe('the status page', () => {
  const status = composeStatus(full, NOW);

  it('lists components in the order of the page, those without a group first, and no group without components', () => {
    expect(status.components.map(({ id }) => id)).toEqual(['c4', 'c5', 'c3', 'c2', 'c1']);
    expect(status.components.find(({ id }) => id === 'c5')?.groupId).toBeNull();
    expect(status.groups.map(({ id }) => id)).toEqual(['g1', 'g2']);
  });

  it('makes an incident out of its updates, the newest first, and shows none of which nothing may be shown', () => {
    expect(status.incidents.map(({ id }) => id)).toEqual(['i1', 'i3']);
    const [first, imported] = status.incidents;
    expect(first).toMatchObject({
      ...{ impact: 'critical', phase: 'resolved', startedAt: '2026-11-20T10:00:00.000Z' },
      ...{ resolvedAt: '2026-11-20T12:00:00.000Z', changedAt: '2026-11-21T00:00:00.000Z', postmortem: null },
    });
    expect(first?.updates.map(({ id }) => id)).toEqual(['u3', 'u2', 'u1']);
    expect(first?.updates.map(({ components: [one] }) => `${one?.from} to ${one?.state}`)).toEqual([
      ...['partial_outage to operational', 'major_outage to partial_outage', 'operational to major_outage'],
    ]);
    expect(first?.components).toMatchObject([{ componentId: 'c1', state: 'operational' }]);
    expect(imported?.impact).toBe('minor');
  });

  it('links the postmortem, and changes with it, also when it is taken back', () => {
    const postmortemAt = '2026-11-22T00:00:00.000Z';
    const said = (postmortemUrl: string | null) =>
      composeStatus({ ...full, incidents: [incidentRow('i1', { postmortemUrl, postmortemAt })] }, NOW).incidents[0];
    const url = 'https://acme.example/postmortems/7';
    expect(said(url)).toMatchObject({ postmortem: { url, at: postmortemAt }, changedAt: postmortemAt });
    expect(said(null)).toMatchObject({ postmortem: null, changedAt: postmortemAt });
  });

  it('lets maintenance begin and end by the clock, and its components show it', () => {
    expect(status.maintenances.map(({ id, phase }) => `${id} ${phase}`)).toEqual([
      ...['m2 in_progress', 'm3 scheduled', 'm4 cancelled', 'm1 completed'],
    ]);
    expect(status.components.find(({ id }) => id === 'c3')?.state).toBe('under_maintenance');
    expect(status).toMatchObject({ indicator: 'maintenance', sentence: 'Maintenance under way: Component c3' });
    expect(composeStatus(full, '2026-11-26T13:00:00.000Z')).toMatchObject({
      indicator: 'none',
      sentence: 'All systems operational',
    });
  });

  it('shows a notice until it ends, and knows when the clock changes something next', () => {
    expect(status.notices.map(({ id }) => id)).toEqual(['n2']);
    expect(status.nextChangeAt).toBe('2026-11-26T12:00:01.000Z');
    expect(composeStatus(full, '2026-11-26T13:00:00.000Z').nextChangeAt).toBe('2026-11-27T00:00:00.000Z');
    expect(status.changedAt).toBe(NOW);
  });

  it('keeps what happened by month, and the past days on the page', () => {
    expect(incidentMonths(status).map(({ month, incidents }) => `${month} ${incidents.length}`)).toEqual([
      '2026-11 1',
      '2026-09 1',
    ]);
    expect(incidentMonths(status)[0]?.maintenances.map(({ id }) => id)).toEqual(['m2', 'm1']);
    expect(pastIncidents(status, 7).map(({ id }) => id)).toEqual(['i1']);
    expect(pastIncidents(status, 6)).toEqual([]);
  });

  it('says what is worst, and of what', () => {
    const down = (ids: string[], state: 'major_outage' | 'partial_outage') =>
      ids.map((id) => change(id, state, '2026-11-26T00:00:00.000Z'));
    const said = (changes: typeof full.changes, updates = full.updates) => {
      const { indicator, sentence } = composeStatus({ ...full, maintenances: [], changes, updates }, NOW);
      return `${indicator}: ${sentence}`;
    };
    expect(said(down(['c1'], 'major_outage'))).toBe('critical: Major outage: Component c1');
    expect(said(down(['c1', 'c2', 'c3', 'c4'], 'partial_outage'))).toBe(
      'major: Partial outage: Component c4, Component c3 and 2 more',
    );
    expect(said(down(['c1', 'c2', 'c3', 'c4', 'c5'], 'major_outage'))).toBe('critical: Major outage of all systems');
    expect(said([], [updateRow('u1')])).toBe('minor: An incident is being worked on');
  });

  it('says nothing and breaks nowhere when there is nothing', () => {
    expect(composeStatus(emptyRows(), NOW)).toMatchObject({
      ...{ indicator: 'none', components: [], incidents: [], changedAt: '2026-11-26T00:00:00.000Z' },
    });
  });

  it('says the same whatever the order of its rows', () => {
    const shuffle = <T>(all: readonly T[], keys: readonly number[]) =>
      all
        .map((one, index) => ({ one, key: keys[index] ?? 0 }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ one }) => one);
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (keys) => {
        const shuffled = Object.fromEntries(
          Object.entries(full).map(([name, value]) => [name, Array.isArray(value) ? shuffle<unknown>(value, keys) : value]),
        );
        expect(composeStatus(shuffled as typeof full, NOW)).toEqual(status);
      }),
      { numRuns: 60, seed: 12 },
    );
  });

  it('forgets a component that was removed, while incidents keep its name', () => {
    const without = { ...full, components: full.components.filter(({ id }) => id !== 'c1'), changes: [] };
    const { components, incidents, groups } = composeStatus(without, NOW);
    expect(components.some(({ id }) => id === 'c1')).toBe(false);
    expect(groups.map(({ id }) => id)).toEqual(['g1']);
    expect(incidents[0]?.components.map(({ name }) => name)).toEqual(['Component c1']);
  });
});
