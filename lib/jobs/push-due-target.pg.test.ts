import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '@/lib/auth/caller';
import { allowedTargets } from '@/lib/connectors/allowed-targets';
import { createGuardedFetch } from '@/lib/connectors/guarded-fetch';
import { whyNotCalledBy } from '@/lib/connectors/why-not-called';
import { createStandingSite, type StandingSite } from '@/lib/publish/standing-site';
import { ACCESS, smallBucket } from '@/lib/publish/targets/testing/small-bucket';
import { act, addComponent, say } from '@/lib/services/publishing/testing/status-house';
import { NOTHING_OUTSIDE } from '@/lib/services/outside';
import { testServices, type TestServices } from '@/lib/services/testing/test-services';
import { pushDueTarget, type PushDeps } from './push-due-target';

const SECRET = 'a secret for tests';
const ALLOWED = allowedTargets('127.0.0.1');

let t: TestServices;
let ana: Caller;
let site: StandingSite;
let folder: string;
let deps: PushDeps;
let aheadMs = 0;

const targets = () => t.services.publishing.pushTargets;
const only = async () => (await targets().list(ana))[0];

async function publish(): Promise<void> {
  const outcome = await t.services.publishing.publishStatus({ reason: 'asked' });
  if ('files' in outcome) await site.take(outcome.hash, outcome.files);
}

async function speak(text: string): Promise<string> {
  const incident = await t.declare(ana);
  await say(t.services, ana, incident, text);
  return incident;
}

beforeEach(async () => {
  aheadMs = 0;
  folder = mkdtempSync(path.join(tmpdir(), 'warroom-push-'));
  const clock = () => new Date(Date.now() + aheadMs);
  const outside = { ...NOTHING_OUTSIDE, whyNotCalled: whyNotCalledBy(ALLOWED) };
  t = await testServices({ clock, secret: SECRET, dataFolder: path.join(folder, 'data'), outside });
  ana = await t.person('admin', 'Ana');
  site = createStandingSite({ folder: path.join(folder, 'data', 'status'), headers: {} });
  deps = {
    pool: t.db.pool,
    clock,
    secret: SECRET,
    site,
    fetch: createGuardedFetch({ allowed: ALLOWED }),
    workFolder: path.join(folder, 'data', 'push-work'),
  };
  await addComponent(t.db, 'Payments API');
  await speak('We look into it.');
  await publish();
});
afterEach(async () => {
  await t.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a folder', () => {
  it('becomes a link that is switched to what was published, once', async () => {
    const place = path.join(folder, 'www', 'status');
    await targets().create(ana, { kind: 'folder', name: 'Web server', config: { path: place }, secret: null });
    expect(await pushDueTarget(deps)).toBe(true);
    expect(readFileSync(path.join(place, 'index.html'), 'utf8')).toContain('We look into it.');
    expect(await only()).toMatchObject({ isCurrent: true, lastError: null, attempts: 0 });
    expect(await pushDueTarget(deps)).toBe(false);
    for (const text of ['Second', 'Third', 'Fourth']) {
      await speak(text);
      await publish();
      expect((await only())?.isCurrent).toBe(false);
      await pushDueTarget(deps);
      expect(readFileSync(path.join(place, 'index.html'), 'utf8')).toContain(text);
    }
    // The present version and the one before it, and the link.
    expect(readdirSync(path.dirname(place))).toHaveLength(3);
  });

  it('that holds something of somebody else is left alone, and says so', async () => {
    const place = path.join(folder, 'www');
    mkdirSync(place);
    writeFileSync(path.join(place, 'theirs.txt'), 'theirs');
    await targets().create(ana, { kind: 'folder', name: 'Taken', config: { path: place }, secret: null });
    await pushDueTarget(deps);
    expect(await only()).toMatchObject({ isCurrent: false, attempts: 1, lastError: expect.stringContaining('already') });
    expect(readFileSync(path.join(place, 'theirs.txt'), 'utf8')).toBe('theirs');
    expect(await pushDueTarget(deps)).toBe(false);
    rmSync(place, { recursive: true });
    aheadMs = 6_000;
    expect(await pushDueTarget(deps)).toBe(true);
    expect((await only())?.isCurrent).toBe(true);
  });

  it.each(['relative/path', '/', ''])('is refused at %j', async (place) => {
    const input = { kind: 'folder' as const, name: 'Odd', config: { path: place }, secret: null };
    await expect(targets().create(ana, input)).rejects.toMatchObject({ code: 'invalid' });
  });

  it('is refused inside of our own, and to who is no administrator', async () => {
    const config = { path: path.join(folder, 'data', 'www') };
    const input = { kind: 'folder' as const, name: 'Own', config, secret: null };
    await expect(targets().create(ana, input)).rejects.toMatchObject({ code: 'invalid' });
    await expect(targets().create(ana, { ...input, config: { path: folder } })).rejects.toMatchObject({ code: 'invalid' });
    await expect(targets().create(await t.person('responder'), input)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(targets().list(await t.person('responder'))).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('a bucket', () => {
  let bucket: Awaited<ReturnType<typeof smallBucket>>;
  beforeEach(async () => void (bucket = await smallBucket()));
  afterEach(() => bucket.close());

  const create = (secret = ACCESS.secretAccessKey) => {
    const { region, accessKeyId } = ACCESS;
    const config = { endpoint: bucket.endpoint, region, bucket: 'pages', prefix: 'of acme', accessKeyId };
    return targets().create(ana, { kind: 's3', name: 'Bucket', config, secret });
  };

  it('gets everything signed, the first page last, then only what changed, and loses what is gone', async () => {
    bucket.objects.set('of acme/theirs.txt', { body: Buffer.from('theirs'), type: 'text/plain' });
    await create();
    await pushDueTarget(deps);
    expect((await only())?.lastError).toBeNull();
    expect(bucket.objects.get('of acme/index.html')?.body.toString()).toBe(site.file('index.html')?.text);
    expect(bucket.objects.get('of acme/feed.atom')?.type).toBe('application/atom+xml; charset=utf-8');
    expect(bucket.asked.at(-1)).toBe('PUT of acme/index.html');
    expect(bucket.objects.size).toBe(site.files().size + 1);
    const incident = await speak('Something else');
    await publish();
    bucket.asked.length = 0;
    await pushDueTarget(deps);
    expect(bucket.asked).not.toContain('PUT of acme/icon.svg');
    expect(bucket.asked).toContain('PUT of acme/feed.rss');
    await act(t.services, ana, incident, 'incident.restrict', { isPrivate: true });
    await publish();
    await pushDueTarget(deps);
    expect([...bucket.objects.values()].some(({ body }) => body.includes('Something else'))).toBe(false);
    expect(bucket.objects.has('of acme/theirs.txt')).toBe(true);
  });

  it('inside of the network is not called, unless it is allowed', async () => {
    const { region, accessKeyId, secretAccessKey: secret } = ACCESS;
    const at = (endpoint: string) => ({ endpoint, region, bucket: 'pages', prefix: '', accessKeyId });
    const put = (endpoint: string) => targets().create(ana, { kind: 's3', name: 'Bucket', config: at(endpoint), secret });
    await expect(put('http://169.254.169.254')).rejects.toMatchObject({ code: 'invalid', issues: [{ path: 'config.endpoint' }] });
    // What a name leads to shows when it is called.
    await put('http://localhost');
    await pushDueTarget({ ...deps, fetch: createGuardedFetch({ allowed: allowedTargets('') }) });
    expect((await only())?.lastError).toContain('leads inside of the network');
  });

  it('keeps its secret while it stays where it is, and asks for it where it moves', async () => {
    const { id, config } = await create();
    const turned = Object.fromEntries(Object.entries(config).toReversed()) as typeof config;
    expect(await targets().change(ana, id, { name: 'The bucket', config: turned })).toMatchObject({ hasSecret: true });
    const moved = { ...config, bucket: 'elsewhere' };
    await expect(targets().change(ana, id, { config: moved })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('that is full says so, is tried again later and later, and never holds publishing up', async () => {
    await create();
    bucket.fill(true);
    await pushDueTarget(deps);
    expect((await only())?.lastError).toContain('507 (XMinioStorageFull)');
    await speak('More');
    await publish();
    expect(site.file('index.html')?.text).toContain('More');
    aheadMs = 4_000;
    expect(await pushDueTarget(deps)).toBe(false);
    aheadMs = 6_000;
    await pushDueTarget(deps);
    aheadMs = 12_000;
    expect(await pushDueTarget(deps)).toBe(false);
    bucket.fill(false);
    aheadMs = 17_000;
    await pushDueTarget(deps);
    expect(await only()).toMatchObject({ isCurrent: true, lastError: null });
  });

  it('with a wrong secret says so, and is pushed to at once with the right one', async () => {
    const { id } = await create('wrong');
    await pushDueTarget(deps);
    expect((await only())?.lastError).toContain('SignatureDoesNotMatch');
    await targets().change(ana, id, { secret: ACCESS.secretAccessKey });
    await pushDueTarget(deps);
    expect((await only())?.isCurrent).toBe(true);
    const { rows } = await t.db.pool.query('SELECT secret, config FROM publish_target');
    expect(JSON.stringify(rows)).not.toContain(ACCESS.secretAccessKey);
    expect(JSON.stringify(await targets().list(ana))).not.toContain(ACCESS.secretAccessKey);
  });

  it('does not get the secret that was given for another place', async () => {
    const { id } = await create();
    const config = { endpoint: 'https://evil.example', region: 'x', bucket: 'pages', prefix: '', accessKeyId: 'x' };
    await expect(targets().change(ana, id, { config })).rejects.toMatchObject({ code: 'invalid' });
    await targets().change(ana, id, { name: 'Another name', isEnabled: false });
    expect(await pushDueTarget(deps)).toBe(false);
    await targets().remove(ana, id);
    expect(await targets().list(ana)).toEqual([]);
    await expect(targets().pushNow(ana, id)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a repository', () => {
  const git = (...args: string[]) => execFileSync('git', ['-C', path.join(folder, 'pages.git'), ...args], { encoding: 'utf8' });
  const create = (branch = 'gh-pages') => {
    execFileSync('git', ['init', '--quiet', '--bare', path.join(folder, 'pages.git')]);
    const config = { url: path.join(folder, 'pages.git'), branch, userName: 'Warroom' };
    return targets().create(ana, { kind: 'git', name: 'Pages', config, secret: null });
  };

  it('gets a commit for each publication that changed something', async () => {
    const { id } = await create();
    await pushDueTarget(deps);
    expect(await only()).toMatchObject({ isCurrent: true, lastError: null });
    expect(git('show', 'gh-pages:index.html')).toContain('We look into it.');
    await targets().pushNow(ana, id);
    await pushDueTarget(deps);
    expect(git('rev-list', '--count', 'gh-pages').trim()).toBe('1');
    await speak('Something else');
    await publish();
    await pushDueTarget(deps);
    expect(git('rev-list', '--count', 'gh-pages').trim()).toBe('2');
    expect(existsSync(path.join(folder, 'data', 'push-work', 'index.html'))).toBe(false);
    expect(readdirSync(path.join(folder, 'data', 'push-work'))).toEqual([]);
  });

  it('that is not there says so', async () => {
    await create();
    rmSync(path.join(folder, 'pages.git'), { recursive: true });
    await pushDueTarget(deps);
    expect((await only())?.lastError).toMatch(/^git ls-remote failed: /);
  });

  it.each(['ext::sh -c touch% /tmp/x', '--upload-pack=touch', 'https://user:word@git.example/x.git', 'fd::17'])(
    'is refused at %s',
    async (url) => {
      const config = { url, branch: 'main', userName: 'Warroom' };
      await expect(targets().create(ana, { kind: 'git', name: 'Odd', config, secret: null })).rejects.toMatchObject({
        code: 'invalid',
      });
    },
  );
});
