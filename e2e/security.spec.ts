import type { APIResponse } from '@playwright/test';
import { badOrigins, openFrom } from '@/lib/api/testing/origins';
import { furnish } from './fixtures/furnish';
import { PASSWORD } from './fixtures/house';
import { expect, test } from './fixtures/test';
import { SignInPage } from './pages/sign-in-page';

const policyOf = (response: APIResponse) => response.headers()['content-security-policy'] ?? '';

test('every page runs only its own scripts, is kept by nobody, and cannot be framed', async ({ someone, house }) => {
  const incident = await furnish(house);
  const ada = await someone('admin', 'Ada');
  const settings = ['profile', 'password', 'sessions', 'tokens', 'members', 'invitations'].map((name) => `/settings/${name}`);
  const nonces = new Set<string>();
  const paths = [
    '/',
    '/sign-in',
    '/setup',
    '/invite/nothing',
    ...settings,
    `/incidents/${incident}`,
    `/incidents/${incident}/evidence/E1`,
    '/nothing',
  ];
  for (const path of paths) {
    const response = await ada.context.request.get(path, { maxRedirects: 0 });
    const policy = policyOf(response);
    const nonce = /script-src 'nonce-([^']+)' 'strict-dynamic'(?:;|$)/.exec(policy)?.[1];
    expect(nonce, path).toBeDefined();
    nonces.add(nonce ?? '');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(response.headers()['cache-control']).toContain('no-store');
    expect(response.headers()['x-powered-by']).toBeUndefined();
    const html = await response.text();
    for (const [tag] of html.matchAll(/<script\b[^>]*>/g)) expect(tag, path).toContain(`nonce="${nonce}"`);
    expect(html, path).not.toMatch(/<[a-z][^>]*\son[a-z]+=/i);
  }
  expect(nonces.size).toBe(paths.length);
});

test('the session cookie is out of reach of scripts and of other sites', async ({ stranger, house }) => {
  const account = await house.account('viewer', 'Vic');
  const vic = await stranger();
  const signIn = new SignInPage(vic.page);
  await signIn.open();
  await signIn.signIn(account.email, PASSWORD);
  await expect(vic.page.getByRole('heading', { name: 'Incidents' })).toBeVisible();
  const cookies = await vic.context.cookies();
  const session = cookies.find(({ name }) => name === account.cookie.name);
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  expect(await vic.page.evaluate(() => document.cookie)).not.toContain('session');
  expect(await vic.page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).not.toContain(session?.value);
});

test('pages of others open no socket, over neither transport', async ({ house }) => {
  const { cookie } = await house.account('responder', 'Bo');
  for (const origin of badOrigins(house.url)) {
    const { websocket, polling } = await openFrom(house.url, origin, `${cookie.name}=${cookie.value}`);
    expect([origin, websocket.status, polling.status]).toEqual([origin, 403, 403]);
  }
});

test('what people write never runs: in the log, in titles, in names, in outputs', async ({ someone, house }) => {
  const attack = '"><img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
  const incident = await house.declare({ title: `Title ${attack}`, services: [attack.slice(0, 80)] });
  await house.take(incident, 'log.write', { text: `${attack} javascript:window.hacked=1 [x](javascript:window.hacked=1)` });
  await house.take(incident, 'hypothesis.propose', { statement: attack, because: attack, component: attack.slice(0, 100) });
  await house.take(incident, 'evidence.add', {
    text: `\u001b]8;;javascript:window.hacked=1\u0007click\u001b]8;;\u0007 ${attack}`,
    title: attack,
    hypothesis: 'H1',
  });
  const eve = await someone('responder', `Eve <img src=x onerror="window.hacked=1">`);
  const room = await eve.enter(incident);
  await room.write(attack);
  await room.hasLine('window.hacked=1');
  for (const path of ['/', `/incidents/${incident}`, `/incidents/${incident}/evidence/E1`]) {
    await eve.page.goto(path);
    await expect(eve.page.getByRole('main')).toContainText('<img src=x');
    expect(await eve.page.evaluate(() => (window as { hacked?: number }).hacked)).toBeUndefined();
    await expect(eve.page.locator('a[href^="javascript:"]')).toHaveCount(0);
  }
});
