import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMPONENT_STATES } from '@/lib/core/status/component-state';
import { importedChanges } from '@/lib/core/status/imported-changes';
import type { ImportedHistory } from '@/lib/core/status/imported-history';
import { readCachet } from './cachet';
import { readStatuspage } from './statuspage';
import { cachet3, cachetComponents, cachetGroups, cachetIncidents, cachetSchedules } from './testing/cachet-export';
import { statuspageIncidents, statuspageMaintenance, statuspageSummary } from './testing/statuspage-export';
import { kumaBackup, kumaHeartbeats, kumaPage } from './testing/uptime-kuma-export';
import { readUptimeKuma } from './uptime-kuma';

const told = (history: ImportedHistory) =>
  importedChanges(history).map(({ componentSourceId, state, at }) => [componentSourceId, state, at.slice(5, 16)]);

describe('Statuspage', () => {
  const history = readStatuspage([statuspageSummary, statuspageIncidents, statuspageMaintenance]);

  it('gives components in their groups', () => {
    expect(history.site).toBe('kctbh9vrtdwd');
    expect(history.groups).toEqual([{ sourceId: 'g0apis', name: 'APIs' }]);
    expect(history.components).toMatchObject([
      { sourceId: 'c1rest', name: 'REST API', groupSourceId: 'g0apis', description: 'Everything under api.acme.example' },
      { sourceId: 'c2hook', state: 'degraded_performance' },
      { sourceId: 'c3shop', groupSourceId: null, description: null, state: 'operational' },
    ]);
    expect(history.leftOut).toEqual([]);
  });

  it('gives incidents once, though they stand in two files, with their updates oldest first', () => {
    expect(history.incidents.map(({ sourceId }) => sourceId)).toEqual(['inc2', 'inc1']);
    const first = history.incidents.find(({ sourceId }) => sourceId === 'inc1');
    expect(first).toMatchObject({
      impact: 'major',
      startedAt: '2026-10-01T07:55:00.000Z',
      resolvedAt: '2026-10-01T09:30:00.000Z',
    });
    expect(first?.updates.map(({ phase }) => phase)).toEqual(['investigating', 'identified', 'resolved', 'resolved']);
  });

  it('gives the states of components, and leaves none broken when it was over', () => {
    expect(told(history)).toEqual([
      ['c1rest', 'major_outage', '10-01T08:00'],
      ['c1rest', 'partial_outage', '10-01T08:20'],
      ['c1rest', 'operational', '10-01T09:30'],
      ['c2hook', 'degraded_performance', '11-20T09:10'],
    ]);
  });

  it('gives maintenance, also from lists of the manage API', () => {
    const [one] = history.maintenance;
    expect(one).toMatchObject({
      title: 'Database upgrade',
      phase: 'completed',
      text: 'We upgrade the database.',
      componentSourceIds: ['c1rest'],
    });
    const managed = readStatuspage([
      [...statuspageIncidents.incidents, ...statuspageMaintenance.scheduled_maintenances],
      statuspageSummary.components,
    ]);
    expect([managed.site, managed.incidents.length, managed.maintenance.length, managed.components.length]).toEqual([
      'kctbh9vrtdwd',
      2,
      1,
      3,
    ]);
  });

  it('says what it left out', () => {
    expect(readStatuspage([{ components: [{ id: 'x' }, { name: 'y' }] }]).leftOut).toEqual([
      '2 entries without an id, a name or a time were left out.',
    ]);
  });
});

describe('Uptime Kuma', () => {
  it('gives groups, monitors, and the moments at which a monitor changed', () => {
    const history = readUptimeKuma([kumaPage, kumaHeartbeats]);
    expect(history.site).toBe('acme');
    expect(history.groups).toEqual([{ sourceId: 'g1', name: 'Services' }]);
    expect(history.components).toMatchObject([
      { name: 'Web', groupSourceId: 'g1', state: 'operational' },
      { name: 'Mail', groupSourceId: 'g1', state: 'major_outage' },
    ]);
    expect(told(history)).toEqual([
      ['11', 'operational', '11-20T08:58'],
      ['12', 'under_maintenance', '11-20T08:59'],
      ['11', 'major_outage', '11-20T09:00'],
      ['11', 'operational', '11-20T09:03'],
      ['12', 'major_outage', '11-20T09:04'],
    ]);
    expect(history.incidents).toMatchObject([
      { title: 'Mail is late', impact: 'minor', startedAt: '2026-11-20T09:00:00.000Z', resolvedAt: null },
    ]);
    expect(history.maintenance).toMatchObject([{ title: 'New disks', phase: 'completed', startsAt: '2026-11-01T20:00:00.000Z' }]);
    expect(history.leftOut).toHaveLength(1);
  });

  it('gives monitors of a backup, and nothing of where they are', () => {
    const history = readUptimeKuma([kumaBackup]);
    expect(history.groups).toEqual([{ sourceId: 'm1', name: 'Europe' }]);
    expect(history.components.map(({ name, groupSourceId }) => [name, groupSourceId])).toEqual([
      ['Web', 'm1'],
      ['Queue', null],
    ]);
    expect(JSON.stringify(history)).not.toMatch(/10\.0\.0\.7|internal/);
  });
});

describe('Cachet', () => {
  it('gives what version 2 answers', () => {
    const history = readCachet([cachetGroups, cachetComponents, cachetIncidents, cachetSchedules]);
    expect(history.site).toBe('status.acme.example');
    expect(history.groups).toEqual([{ sourceId: '1', name: 'APIs' }]);
    expect(history.components).toMatchObject([
      { name: 'REST', groupSourceId: '1' },
      { name: 'Shop', groupSourceId: null, state: 'partial_outage' },
    ]);
    expect(history.incidents).toMatchObject([
      { title: 'REST is down', impact: 'critical', resolvedAt: '2026-10-01T09:30:00.000Z' },
    ]);
    expect(history.incidents[0]?.updates.map(({ phase }) => phase)).toEqual(['investigating', 'identified', 'resolved']);
    expect(told(history)).toEqual([
      ['1', 'major_outage', '10-01T08:00'],
      ['1', 'operational', '10-01T09:30'],
    ]);
    expect(history.maintenance).toMatchObject([
      { title: 'New cables', phase: 'scheduled', endsAt: '2026-12-01T21:00:00.000Z', componentSourceIds: ['1'] },
    ]);
    expect(history.leftOut).toEqual([]);
  });

  it('gives what version 3 answers', () => {
    const history = readCachet(cachet3);
    expect(history).toMatchObject({
      site: 'status.acme.example',
      groups: [{ name: 'APIs' }],
      components: [{ name: 'REST', groupSourceId: '1', state: 'operational' }],
      incidents: [{ title: 'REST is down', startedAt: '2026-10-01T08:00:00.000Z', resolvedAt: '2026-10-01T09:30:00.000Z' }],
      leftOut: [],
    });
    expect(history.incidents[0]?.updates.map(({ text }) => text)).toEqual(['We look into it.', 'It works again.']);
  });
});

const NAMES = [
  ...[
    'id',
    'name',
    'status',
    'components',
    'incidents',
    'scheduled_maintenances',
    'incident_updates',
    'affected_components',
    'page',
    'data',
  ],
  ...[
    'included',
    'attributes',
    'relationships',
    'updates',
    'type',
    'message',
    'created_at',
    'scheduled_for',
    'scheduled_until',
    'scheduled_at',
  ],
  ...[
    'completed_at',
    'heartbeatList',
    'publicGroupList',
    'monitorList',
    'maintenanceList',
    'timeslotList',
    'incident',
    'time',
    'body',
    'impact',
  ],
  ...['group', 'group_id', 'new_status', 'code', 'startDate', 'endDate', 'title', 'createdDate', '__proto__', 'constructor'],
];
const VALUES = [
  ...[
    'investigating',
    'resolved',
    'operational',
    'major_outage',
    '__proto__',
    'constructor',
    'toString',
    '\0',
    '\uD800',
    '<p>a</p>',
    '',
  ],
  ...[
    '2026-10-01T08:00:00Z',
    '2026-10-01 08:00:00',
    '2026-99-99 08:00:00',
    '9999999-01-01',
    0,
    1,
    4,
    null,
    true,
    'https://a.example/x',
  ],
];
const nonsense = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom(...VALUES),
    fc.jsonValue({ maxDepth: 1 }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...NAMES), tie('value'), { maxKeys: 8 }),
  ),
})).value;

const isInstant = (text: string) => new Date(text).toISOString() === text;

describe('nonsense', () => {
  it.each([
    ['Statuspage', readStatuspage],
    ['Uptime Kuma', readUptimeKuma],
    ['Cachet', readCachet],
  ])('of %s is no reason to throw, and what is made of it can be stored', (_name, read) => {
    fc.assert(
      fc.property(fc.array(nonsense, { maxLength: 4 }), (documents) => {
        const history = read(documents);
        const text = JSON.stringify(history);
        expect(text.includes('\\u0000') || /\\ud[89a-f]/.test(text)).toBe(false);
        for (const { state, at } of importedChanges(history)) {
          expect(COMPONENT_STATES).toContain(state);
          expect(isInstant(at)).toBe(true);
        }
        for (const { startsAt, endsAt } of history.maintenance) expect(startsAt < endsAt).toBe(true);
        for (const { title, startedAt, updates } of history.incidents) {
          expect(title.length > 0 && title.length <= 200 && isInstant(startedAt)).toBe(true);
          for (const update of updates) expect(update.text.length > 0 && isInstant(update.at)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
