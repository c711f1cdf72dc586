import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ImportInput } from '@/lib/contracts/status-page';
import { cachetComponents, cachetGroups, cachetIncidents, cachetSchedules } from '@/lib/ingest/testing/cachet-export';
import { statuspageIncidents, statuspageMaintenance, statuspageSummary } from '@/lib/ingest/testing/statuspage-export';
import { kumaHeartbeats, kumaPage } from '@/lib/ingest/testing/uptime-kuma-export';
import { refusalOf, testStatus, type TestStatus } from './testing/test-status';

const STATUSPAGE: ImportInput = {
  source: 'statuspage',
  documents: [statuspageSummary, statuspageIncidents, statuspageMaintenance],
};
const ALL: Record<string, ImportInput> = {
  statuspage: STATUSPAGE,
  kuma: { source: 'uptime-kuma', documents: [kumaPage, kumaHeartbeats] },
  cachet: { source: 'cachet', documents: [cachetGroups, cachetComponents, cachetIncidents, cachetSchedules] },
};

/** Pages on the web, as far as the test has any. */
const web = new Map<string, unknown>();
const asked: string[] = [];

let t: TestStatus;
beforeAll(async () => {
  t = await testStatus({
    readAddress: async (url) => {
      asked.push(url);
      const found = web.get(url);
      if (found instanceof Error) throw found;
      return { status: found === undefined ? 404 : 200, text: JSON.stringify(found ?? {}), isCut: false };
    },
  });
});
afterAll(() => t.close());
beforeEach(async () => {
  const { prisma } = t.db;
  await prisma.component.deleteMany();
  await prisma.componentGroup.deleteMany();
  await prisma.componentChange.deleteMany();
  await prisma.importedIncident.deleteMany();
  await prisma.maintenance.deleteMany();
  web.clear();
  asked.length = 0;
});

const rows = async () => {
  const { prisma } = t.db;
  return [
    await prisma.componentGroup.count(),
    await prisma.component.count(),
    await prisma.importedIncident.count(),
    await prisma.maintenance.count(),
    await prisma.componentChange.count(),
  ];
};

describe('an import', () => {
  it('is shown first, and writes nothing then', async () => {
    const { actions } = await t.traces(async () => {
      expect(await t.status.previewImport(t.admin, STATUSPAGE)).toEqual({
        groups: { added: 1, changed: 0, known: 0 },
        components: { added: 3, changed: 0, known: 0 },
        incidents: { added: 2, changed: 0, known: 0 },
        maintenance: { added: 1, changed: 0, known: 0 },
        changes: { added: 4, changed: 0, known: 0 },
        names: {
          components: ['REST API', 'Webhooks', 'Shop'],
          incidents: ['Webhooks are late', 'Elevated errors of the REST API'],
        },
        earliest: '2026-10-01T07:55:00.000Z',
        latest: '2026-11-20T09:10:00.000Z',
        leftOut: [],
      });
    });
    expect([actions, await rows()]).toEqual([[], [0, 0, 0, 0, 0]]);
  });

  it('brings in what was shown, tells no subscriber, and the same again writes nothing', async () => {
    const shown = await t.status.previewImport(t.admin, STATUSPAGE);
    const { actions, effects } = await t.traces(async () => {
      expect(await t.status.importHistory(t.admin, STATUSPAGE)).toEqual(shown);
    });
    expect(actions).toEqual(['status-history.imported']);
    expect(effects.map(({ kind }) => kind)).toEqual(['status']);
    expect(await t.order()).toEqual(['Shop', 'APIs/REST API', 'APIs/Webhooks']);
    const room = await t.status.listRoomComponents(t.viewer);
    expect(room.map(({ name, state }) => [name, state])).toEqual([
      ['Shop', 'operational'],
      ['REST API', 'operational'],
      ['Webhooks', 'degraded_performance'],
    ]);
    const before = await rows();
    const again = await t.traces(() => t.status.importHistory(t.admin, STATUSPAGE));
    expect(again).toEqual({ actions: [], effects: [] });
    expect(await rows()).toEqual(before);
  });

  it.each(Object.entries(ALL))('of %s by two at once comes in once', async (_name, input) => {
    const reports = await Promise.all([t.status.importHistory(t.admin, input), t.another().status.importHistory(t.admin, input)]);
    const shown = await t.status.previewImport(t.admin, input);
    const parts = ['groups', 'components', 'incidents', 'maintenance', 'changes'] as const;
    const added = parts.map((part) => reports.map((report) => report[part].added).toSorted((one, other) => one - other));
    // All of it by one of them, nothing by the other.
    expect(added.map(([none]) => none)).toEqual([0, 0, 0, 0, 0]);
    expect(await rows()).toEqual(added.map(([, all]) => all));
    for (const part of parts) expect(shown[part]).toMatchObject({ added: 0, changed: 0 });
  });

  it('later adds what went on there meanwhile', async () => {
    const [, running] = statuspageIncidents.incidents;
    await t.status.importHistory(t.admin, STATUSPAGE);
    const over = { ...running, status: 'resolved', resolved_at: '2026-11-20T10:00:00.000Z' };
    const later: ImportInput = {
      source: 'statuspage',
      documents: [{ page: statuspageSummary.page, incidents: [over], components: statuspageSummary.components }],
    };
    expect(await t.status.importHistory(t.admin, later)).toMatchObject({
      components: { added: 0 },
      incidents: { added: 0, changed: 1, known: 0 },
      changes: { added: 1 },
    });
    expect(await t.status.listRoomComponents(t.viewer)).toMatchObject([{}, {}, { name: 'Webhooks', state: 'operational' }]);
  });

  it('finds components by their names, and puts its history to them', async () => {
    const apis = (await t.status.createGroup(t.admin, { name: 'apis' })).id;
    const rest = await t.component('rest api', apis);
    expect(await t.status.importHistory(t.admin, STATUSPAGE)).toMatchObject({
      groups: { added: 0, known: 1 },
      components: { added: 2, known: 1 },
    });
    expect(await t.db.prisma.componentChange.count({ where: { componentId: rest, kind: 'import' } })).toBe(3);
  });

  it('does not bring back what was removed here', async () => {
    await t.status.importHistory(t.admin, STATUSPAGE);
    const shop = (await t.status.listComponents(t.admin)).components.find(({ name }) => name === 'Shop');
    await t.status.removeComponent(t.admin, shop?.id ?? '');
    expect(await t.status.importHistory(t.admin, STATUSPAGE)).toMatchObject({ components: { added: 0, known: 3 } });
    expect(await t.order()).toEqual(['APIs/REST API', 'APIs/Webhooks']);
  });

  it('of something else, or of two things at once, is refused; so is whoever is no administrator', async () => {
    const nothing: ImportInput = { source: 'cachet', documents: [{ some: 'file' }] };
    expect(await refusalOf(t.status.previewImport(t.admin, nothing))).toBe('invalid');
    expect(await refusalOf(t.status.importHistory(t.admin, { ...STATUSPAGE, address: 'https://a.example' }))).toBe('invalid');
    expect(await refusalOf(t.status.importHistory(t.admin, { source: 'statuspage' }))).toBe('invalid');
    const reader = { ...t.admin, actor: { ...t.admin.actor, scope: 'read' as const } };
    for (const caller of [t.viewer, t.responder, reader]) {
      expect(await refusalOf(t.status.importHistory(caller, STATUSPAGE))).toBe('forbidden');
    }
    expect(await refusalOf(t.status.previewImport(t.responder, STATUSPAGE))).toBe('forbidden');
    expect(await rows()).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('an import from an address', () => {
  const from = (source: ImportInput['source'], address: string): ImportInput => ({ source, address });

  it('reads the public API of Statuspage', async () => {
    web.set('https://status.acme.example/api/v2/summary.json', statuspageSummary);
    web.set('https://status.acme.example/api/v2/incidents.json', statuspageIncidents);
    const report = await t.status.importHistory(t.admin, from('statuspage', 'https://status.acme.example/'));
    expect(report).toMatchObject({ components: { added: 3 }, incidents: { added: 2 } });
    expect(asked).toHaveLength(4);
  });

  it('reads Cachet page by page, and Uptime Kuma by the name of the page', async () => {
    const path = 'https://cachet.acme.example/api/v1/components?per_page=100';
    const two = { ...cachetComponents, meta: { pagination: { total_pages: 2 } } };
    web.set(path, { ...two, data: two.data.slice(0, 1) });
    web.set(`${path}&page=2`, { ...two, data: two.data.slice(1) });
    expect(await t.status.previewImport(t.admin, from('cachet', 'https://cachet.acme.example'))).toMatchObject({
      components: { added: 2 },
    });
    web.set('https://kuma.acme.example/api/status-page/acme', kumaPage);
    web.set('https://kuma.acme.example/api/status-page/heartbeat/acme', kumaHeartbeats);
    const kuma = await t.status.previewImport(t.admin, from('uptime-kuma', 'https://kuma.acme.example/status/acme'));
    expect(kuma).toMatchObject({ components: { added: 2 }, changes: { added: 5 } });
  });

  it('that does not answer, or where nothing is called outside, is refused in words', async () => {
    const silent = from('statuspage', 'https://silent.example');
    expect(await refusalOf(t.status.previewImport(t.admin, silent))).toBe('invalid');
    web.set('https://silent.example/api/v2/summary.json', new Error('it is inside of the network'));
    await expect(t.status.previewImport(t.admin, silent)).rejects.toThrow(
      'silent.example was not read: it is inside of the network',
    );
    const alone = t.another({ readAddress: null }).status;
    await expect(alone.previewImport(t.admin, silent)).rejects.toThrow('Import the page from files');
  });
});
