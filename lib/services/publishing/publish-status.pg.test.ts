import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { uuidv7 } from 'uuidv7';
import type { Caller } from '@/lib/auth/caller';
import { publicIdOf } from '@/lib/publish/public-id';
import type { Files } from '@/lib/publish/render-site';
import { testServices, type TestServices } from '../testing/test-services';
import { act, addComponent, say, setPage, tellPage } from './testing/status-house';

let t: TestServices;
let ana: Caller;
let aheadMs = 0;

beforeEach(async () => {
  aheadMs = 0;
  t = await testServices({ clock: () => new Date(Date.now() + aheadMs) });
  ana = await t.person('admin', 'Ana');
});
afterEach(() => t.close());

const publish = (asked: Parameters<typeof t.services.publishing.publishStatus>[0] = null) =>
  t.services.publishing.publishStatus(asked);

async function published(): Promise<Files> {
  const outcome = await publish({ reason: 'asked' });
  if (!('files' in outcome)) throw new Error(`It was ${outcome.kind}.`);
  return outcome.files;
}

const log = async () => (await t.services.publishing.listPublications(ana)).publications;

async function spoken() {
  const api = await addComponent(t.db, 'Payments API');
  const incident = await t.declare(ana, { title: 'Secret title of the room' });
  const update = await say(t.services, ana, incident, 'We look into it.', { components: { [api]: 'partial_outage' } });
  return { api, incident, update };
}

describe('publishing the status page', () => {
  it('happens because of a public update, says who and why, and once', async () => {
    const { incident } = await spoken();
    const outcome = await publish();
    expect(outcome.kind).toBe('published');
    const index = 'files' in outcome ? (outcome.files.get('index.html') ?? '') : '';
    expect(index).toContain('We look into it.');
    expect(index).toContain('Partial outage: Payments API');
    expect(index).not.toContain('Secret title');
    expect(await publish()).toEqual({ kind: 'nothing' });
    expect(await log()).toMatchObject([{ reason: 'update.posted', actor: { name: 'Ana' }, error: null }]);
    await say(t.services, ana, incident, 'Only for us', { audience: 'team', phase: null });
    expect(await publish()).toEqual({ kind: 'nothing' });
  });

  it('writes nothing where nothing changed, and keeps the files of the latest alone', async () => {
    await publish({ reason: 'start' });
    expect((await publish({ reason: 'clock' })).kind).toBe('same');
    await spoken();
    await publish();
    const { rows } = await t.db.pool.query('SELECT files IS NULL AS gone FROM publication ORDER BY id');
    expect(rows).toEqual([{ gone: true }, { gone: false }]);
    const latest = await t.services.publishing.latestPublication('another');
    expect(latest?.files.get('index.html')).toContain('We look into it.');
    expect(await t.services.publishing.latestPublication(latest?.hash ?? '')).toBeNull();
  });

  it('by two processes at once never undoes what is newer', async () => {
    const other = t.another();
    const { incident } = await spoken();
    for (let round = 0; round < 10; round += 1) {
      const text = `Round ${round}`;
      const both = () => Promise.all([publish(), other.publishing.publishStatus(null)]);
      const [saying] = [say(t.services, ana, incident, text), both(), both()];
      await saying;
      while ((await t.services.publishing.isPublishingDue()) === true) await both();
      const latest = await t.services.publishing.latestPublication('');
      expect(latest?.files.get('index.html')).toContain(text);
    }
  });

  it('that dies in the middle leaves what stood, and is done by the next', async () => {
    await publish({ reason: 'start' });
    await spoken();
    const before = await t.services.publishing.latestPublication('');
    const broken = t.another({ publicUrl: null as never });
    await expect(broken.publishing.publishStatus(null)).rejects.toThrow();
    expect(await t.services.publishing.isPublishingDue()).toBe(true);
    expect((await t.services.publishing.latestPublication(''))?.hash).toBe(before?.hash);
    expect((await publish()).kind).toBe('published');
  });

  it('says the same to whoever asks while another holds the lock: later', async () => {
    await spoken();
    const client = await t.db.pool.connect();
    await client.query('BEGIN');
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('warroom.status.publish'))`);
    expect(await publish()).toEqual({ kind: 'busy' });
    await client.query('ROLLBACK');
    client.release();
    expect((await publish()).kind).toBe('published');
  });

  it('marks what was corrected, takes away what was redacted, and hides what became private', async () => {
    const { incident, update } = await spoken();
    const page = `incidents/${publicIdOf((await t.services.incidents.find(ana, incident)).incidentId)}.html`;
    await act(t.services, ana, incident, 'update.correct', { update, text: 'We look closely.', because: 'a slip' });
    const corrected = (await published()).get(page) ?? '';
    expect(corrected).toContain('We look closely.');
    expect(corrected).toContain('edited <time');
    expect(corrected).not.toContain('a slip');
    await say(t.services, ana, incident, 'Found it.', { phase: 'identified' });
    await act(t.services, ana, incident, 'update.redact', { update, because: 'said too much' });
    const redacted = [...(await published()).values()].join('\n');
    expect(redacted).toContain('Found it.');
    expect(redacted).not.toContain('We look closely.');
    await act(t.services, ana, incident, 'incident.restrict', { isPrivate: true });
    const hidden = await published();
    expect(hidden.has(page)).toBe(false);
    expect([...hidden.values()].join('\n')).not.toMatch(/Found it|Orders fail|Partial outage: /);
  });

  it('links the postmortem once the public reads resolved, and loses it when it is taken back or becomes private', async () => {
    const { incident } = await spoken();
    const { incidentId } = await t.services.incidents.find(ana, incident);
    const page = `incidents/${publicIdOf(incidentId)}.html`;
    const url = 'https://acme.example/postmortems/7';
    const link = (to: string | null) => act(t.services, ana, incident, 'postmortem.publish', { url: to });
    const pagesWith = async () => [...(await published())].filter(([, text]) => text.includes(url)).map(([name]) => name);
    await expect(link(url)).rejects.toMatchObject({ code: 'rule' });
    await say(t.services, ana, incident, 'It is over.', { phase: 'resolved' });
    await publish();
    await link(url);
    expect(await publish()).toMatchObject({ kind: 'published' });
    expect((await log())[0]).toMatchObject({ reason: 'postmortem.published', actor: { name: 'Ana' } });
    const linked = await pagesWith();
    expect(linked).toEqual(expect.arrayContaining(['index.html', page, 'feed.atom', 'feed.rss', 'api/v2/incidents.json']));
    expect(await t.services.publishing.renderInternal(page)).toContain(`<a href="${url}">Postmortem</a>`);

    await act(t.services, ana, incident, 'incident.restrict', { isPrivate: true });
    expect(await pagesWith()).toEqual([]);
    await act(t.services, ana, incident, 'incident.restrict', { isPrivate: false });
    expect(await pagesWith()).toEqual(linked);
    await link(null);
    expect(await publish()).toMatchObject({ kind: 'published' });
    expect(await pagesWith()).toEqual([]);
    expect(await t.services.publishing.renderInternal(page)).not.toContain('Postmortem');
    const [incidentJson] = JSON.parse((await published()).get('api/v2/incidents.json') ?? '').incidents;
    expect(incidentJson).toMatchObject({ postmortem_body: null, postmortem_published_at: null });
  });

  it('shows a backdated update where it belongs', async () => {
    const { incident, update } = await spoken();
    await act(t.services, ana, incident, 'update.correct', { update, postedAt: '2026-11-01T08:00:00Z' });
    const index = (await published()).get('index.html') ?? '';
    expect(index).toContain('1 Nov 2026, 08:00 UTC');
  });

  it('leaves out components that the public does not see, and those that are removed, with their changes', async () => {
    const { api, incident } = await spoken();
    const inner = await addComponent(t.db, 'Inner queue', { isPublic: false });
    await say(t.services, ana, incident, 'Queue is full', { audience: 'stakeholders', components: { [inner]: 'major_outage' } });
    const files = [...(await published()).values()].join('\n');
    expect(files).not.toMatch(/Inner queue|Queue is full/);
    const internal = (await t.services.publishing.renderInternal('index.html')) ?? '';
    expect(internal).toContain('Inner queue');
    expect(internal).toContain('Queue is full');
    expect(internal).toContain('stakeholders only');
    await t.db.prisma.component.update({ where: { id: api }, data: { removedAt: new Date() } });
    await tellPage(t.db);
    const without = (await published()).get('api/v2/components.json') ?? '';
    expect(without).not.toContain('Payments API');
    expect((await published()).get('index.html')).toContain('Payments API: ');
  });

  it('shows a practice room to nobody', async () => {
    const { incidentId: id } = await t.services.incidents.find(ana, (await spoken()).incident);
    await t.db.pool.query('UPDATE public_incident SET is_hidden = true WHERE incident_id = $1', [id]);
    expect([...(await published()).values()].join('\n')).not.toContain('We look into it.');
  });

  it('of a private page says where to sign in and nothing else', async () => {
    await spoken();
    await setPage(t.db, {
      name: 'Acme status',
      about: 'All of it',
      visibility: 'private',
      url: null,
      timeZone: 'UTC',
      supportUrl: null,
    });
    const files = await published();
    expect([...files.keys()]).toEqual(['index.html', 'icon.svg']);
    expect(files.get('index.html')).not.toMatch(/We look into it|Payments|All of it|outage:/);
    expect(await t.services.publishing.renderInternal('index.html')).toContain('We look into it.');
  });

  it('keeps from the public what it cannot read the settings of', async () => {
    await spoken();
    await t.db.pool.query(`INSERT INTO setting (name, value) VALUES ('status_page', 'not json')`);
    expect([...(await published()).keys()]).toEqual(['index.html', 'icon.svg']);
  });

  it('shows imported history and leaves out of it what is no history', async () => {
    const updates = [
      {
        phase: 'resolved',
        text: 'It was over.',
        at: '2025-03-01T10:00:00Z',
        components: [{ name: 'Old', state: 'partial_outage' }, 7],
      },
      { text: 5 },
    ];
    await t.db.prisma.importedIncident.create({
      data: { id: uuidv7(), source: 's', sourceId: '1', title: 'From before', impact: 'major', startedAt: new Date(), updates },
    });
    const files = await published();
    expect(files.get('history/2025-03.html')).toContain('From before');
    expect(files.get('api/v2/incidents.json')).toContain('It was over.');
  });

  it('changes by the clock alone when a maintenance begins and a notice ends', async () => {
    const now = Date.now();
    const [startsAt, endsAt] = [new Date(now + 60_000), new Date(now + 120_000)];
    const api = await addComponent(t.db, 'Payments API');
    await t.db.prisma.maintenance.create({
      data: {
        ...{
          id: uuidv7(),
          title: 'New disks',
          text: 'We change disks.',
          startsAt,
          endsAt,
          phase: 'scheduled',
          componentIds: [api],
        },
        ...{ isPublic: true, createdAt: new Date(now - 1000), updatedAt: new Date(now - 1000) },
      },
    });
    await t.db.prisma.notice.create({
      data: {
        id: uuidv7(),
        text: 'Holiday hours',
        isPublic: true,
        createdAt: new Date(now - 1000),
        endsAt: new Date(now + 90_000),
      },
    });
    const first = await publish({ reason: 'start' });
    expect(first).toMatchObject({ kind: 'published', nextChangeAt: startsAt.toISOString() });
    aheadMs = 61_000;
    const begun = await publish({ reason: 'clock' });
    const index = 'files' in begun ? (begun.files.get('index.html') ?? '') : '';
    expect(index).toContain('Maintenance under way: Payments API');
    expect(index).toContain('Holiday hours');
    aheadMs = 121_000;
    const ended = (await published()).get('index.html') ?? '';
    expect(ended).toContain('All systems operational');
    expect(ended).not.toContain('Holiday hours');
    expect((await log()).map(({ reason }) => reason)).toEqual(['asked', 'clock', 'start']);
  });

  it('keeps its log from all but administrators, and pages it', async () => {
    await expect(t.services.publishing.listPublications(await t.person('responder'))).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(t.services.publishing.publishNow(await t.person('responder'))).rejects.toMatchObject({ code: 'forbidden' });
    await t.services.publishing.publishNow(ana);
    await spoken();
    await publish();
    await t.services.publishing.noteFailure('clock', 'no space left');
    await t.services.publishing.noteFailure('clock', 'no space left');
    const first = await t.services.publishing.listPublications(ana, { limit: 2 });
    expect(first.publications).toMatchObject([{ error: 'no space left', hash: '' }, { reason: 'update.posted' }]);
    const rest = await t.services.publishing.listPublications(ana, { limit: 2, cursor: first.next ?? '' });
    expect(rest).toMatchObject({ publications: [{ reason: 'asked', actor: { name: 'Ana' } }], next: null });
    await expect(t.services.publishing.listPublications(ana, { cursor: 'x' })).rejects.toMatchObject({ code: 'invalid' });
    const preview = await t.services.publishing.previewPublicStatus();
    expect(preview).toContain('We look into it.');
    expect(preview).toContain('href="/status/history/index.html"');
    expect([...preview.matchAll(/ href="([^"]*)"/g)].filter(([, to]) => !/^(#|\/status\/|http)/.test(to ?? ''))).toEqual([]);
  });
});
