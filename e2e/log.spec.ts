import type { Page } from '@playwright/test';
import { furnish } from './fixtures/furnish';
import { onSharedMachine } from './fixtures/pace';
import { expect, test } from './fixtures/test';

const BY_HAND = `16:05 - Alert fired: 500 errors spike on /api/orders
16:06 - Checked recent deploys: v2.3.1 deployed at 16:00
16:08 - Error logs show: "connection refused to redis"
16:10 - Redis status: OOM killer triggered at 16:02
16:12 - Root cause: Redis memory limit too low for new caching feature
16:15 - Fix deployed: increased Redis memory, restarted
16:20 - Error rate back to normal, monitoring`;

test('a log written by hand, pasted into the composer, becomes seven entries at their times', async ({ someone, house }) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  const ana = await someone('responder', 'Ana', { permissions: ['clipboard-read', 'clipboard-write'] });
  const bo = await someone('viewer', 'Bo');
  const [room, watching] = [await ana.enter(incident), await bo.enter(incident)];
  await ana.page.evaluate((text) => navigator.clipboard.writeText(text), BY_HAND);
  await room.composer.focus();
  await ana.page.keyboard.press('ControlOrMeta+v');
  await ana.page.getByRole('button', { name: 'Import lines' }).click();
  const dialog = room.dialog('Bring a written log in');
  await expect(dialog.getByRole('list', { name: 'What it becomes' }).getByRole('listitem')).toHaveCount(7);
  await dialog.getByRole('button', { name: 'Import 7 lines' }).click();
  await expect(dialog).toBeHidden();
  await expect(room.composer).toHaveValue('');
  for (const line of BY_HAND.split('\n')) {
    const [time = '', text = ''] = line.split(' - ');
    await watching.hasLine(text);
    await expect(watching.line(text).getByRole('time')).toHaveText(time);
  }
});

test('a line is reworded, pinned and redacted, and everybody sees it', async ({ someone, house }) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  const [ana, bo] = [await someone('responder', 'Ana'), await someone('viewer', 'Bo')];
  const [room, watching] = [await ana.enter(incident), await bo.enter(incident)];
  await room.write('redis passwort is hunter2');
  await watching.hasLine('hunter2');

  await room.composer.press('ArrowUp');
  const revising = room.log.getByRole('textbox').first();
  await revising.fill('redis password is hunter2');
  await revising.press('ControlOrMeta+Enter');
  await watching.hasLine('redis password is hunter2');

  await room.onLine('hunter2', 'Pin');
  await expect(watching.line('hunter2').getByLabel('Pinned')).toBeVisible();

  await room.onLine('hunter2', 'Redact …');
  const dialog = ana.page.getByRole('dialog', { name: /^Redact/ });
  await dialog.getByRole('textbox').fill('a password');
  await dialog.getByRole('button', { name: /^Redact/ }).click();
  await watching.hasLine('a password');
  for (const { page } of [ana, bo]) await expect(page.locator('body')).not.toContainText('hunter2');
  await bo.page.reload();
  await watching.isLive();
  await expect(bo.page.locator('body')).not.toContainText('hunter2');
});

test('a slash command does what it says; what is none, or cannot be done, is never lost', async ({ someone, house }) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  const ana = await someone('responder', 'Ana');
  const room = await ana.enter(incident);
  await room.write('/hypothesis Redis is out of memory');
  await expect(room.card('H1')).toContainText('Redis is out of memory');
  await room.write('/at 00:00 the night shift noticed nothing');
  await room.hasLine('the night shift noticed nothing');
  await expect(room.line('the night shift').getByRole('time')).toHaveText('00:00');
  await room.write('/frobnicate the orders');
  await room.hasLine('/frobnicate the orders');

  await room.composer.fill('/confirm H9 seen');
  await room.composer.press('Enter');
  await expect(ana.page.getByRole('region', { name: 'Log' }).getByRole('alert')).toContainText('H9');
  await expect(room.composer).toHaveValue('/confirm H9 seen');
  await ana.page.getByRole('button', { name: 'Write it as text' }).click();
  await room.hasLine('/confirm H9 seen');
});

test('a line says how long after the start of impact it happened', async ({ someone, house }) => {
  const startedAt = new Date(Date.now() - 75 * 60_000).toISOString();
  const incident = await house.declare({ title: 'Orders answer 500', startedAt });
  await house.take(incident, 'log.write', { text: 'pods restart' });
  const ana = await someone('viewer', 'Ana');
  const room = await ana.enter(incident);
  const time = room.line('pods restart').getByRole('time');
  await time.hover();
  await expect(ana.page.getByRole('tooltip')).toContainText(/\+01:1\d:\d\d since the start of impact/);
  await ana.page.getByRole('button', { name: 'Times of the log since the start of impact' }).click();
  await expect(time).toHaveText(/^\+01:1\d$/);
  await ana.page.reload();
  await expect(time).toHaveText(/^\+01:1\d$/);
});

test('the whole log is printed, also what was not loaded', async ({ someone, house }) => {
  test.slow();
  const incident = await house.declare({ title: 'Orders answer 500', severity: 'SEV1' });
  const at = new Date().toISOString();
  const lines = Array.from({ length: 600 }, (_, index) => ({ at, text: `line ${index + 1} of the night` }));
  for (let from = 0; from < lines.length; from += 100) {
    await house.take(incident, 'log.import', { lines: lines.slice(from, from + 100) });
  }
  const ana = await someone('viewer', 'Ana');
  await ana.context.addInitScript(() => {
    window.print = () => void window.dispatchEvent(new Event('beforeprint'));
  });
  const room = await ana.enter(incident);
  await expect(room.line('line 600 of the night')).toBeVisible();
  await ana.page.emulateMedia({ media: 'print' });
  await ana.page.keyboard.press('ControlOrMeta+p');
  const paper = ana.page.getByRole('article', { name: 'Log for printing' });
  await expect(paper).toContainText('Orders answer 500');
  await expect(paper).toContainText(`${incident} Orders answer 500`);
  await expect(paper).toContainText('SEV1 · Investigating');
  await expect(paper).toContainText('line 1 of the night');
  await expect(paper.getByText(/^Ada Admin line \d+ of the night$/)).toHaveCount(600);
  await expect(room.log).toBeHidden();
});

test('within two seconds the room says that the network is gone, and that it is back', async ({ someone, house }) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  const ana = await someone('viewer', 'Ana');
  const room = await ana.enter(incident);
  await ana.context.setOffline(true);
  await expect(room.network).toContainText('Offline', { timeout: onSharedMachine(2000) });
  await ana.context.setOffline(false);
  await room.isLive();
});

test('lines entered faster than they are kept are all there, each once', async ({ someone, house }) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  const ana = await someone('responder', 'Ana');
  const room = await ana.enter(incident);
  await room.composer.focus();
  const lines = ['first of many', 'second of many', 'third of many'];
  for (const line of lines) {
    await ana.page.keyboard.insertText(line);
    await ana.page.keyboard.press('Enter');
  }
  for (const line of lines) await room.hasLine(line);
  await expect(room.line('of many')).toHaveCount(3);
  await expect(room.composer).toHaveValue('');
});

test('reading older lines stays put, and says how many are new', async ({ someone, house }) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  const at = new Date().toISOString();
  const lines = Array.from({ length: 100 }, (_, index) => ({ at, text: `line ${index + 1}` }));
  await house.take(incident, 'log.import', { lines });
  const ana = await someone('viewer', 'Ana');
  const room = await ana.enter(incident);
  await expect(room.line('line 100')).toBeVisible();
  await room.log.hover();
  await ana.page.mouse.wheel(0, -600);
  await expect(ana.page.getByRole('button', { name: 'To the end' })).toBeVisible();
  const before = await room.log.evaluate((element) => element.scrollTop);
  await house.take(incident, 'log.write', { text: 'something new' });
  await house.take(incident, 'log.write', { text: 'and newer' });
  const pill = ana.page.getByRole('button', { name: '2 new lines' });
  await expect(pill).toBeVisible();
  expect(await room.log.evaluate((element) => element.scrollTop)).toBe(before);
  await pill.click();
  await expect(room.line('and newer')).toBeVisible();
  await expect(pill).toHaveCount(0);
});

test('the filter lives in the address, and what is sent to somebody shows the same', async ({ someone, house }) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  await house.take(incident, 'log.write', { text: 'pods restart' });
  await house.take(incident, 'hypothesis.propose', { statement: 'Redis is out of memory' });
  const ana = await someone('viewer', 'Ana');
  const room = await ana.enter(incident);
  await ana.page.getByRole('button', { name: 'Filter', exact: true }).click();
  await ana.page
    .getByRole('menuitemcheckbox', { name: 'Notes' })
    .or(ana.page.getByRole('menuitemradio', { name: 'Notes' }))
    .click();
  await expect(ana.page).toHaveURL(/\?kind=note$/);
  await expect(room.log.getByRole('article')).toHaveCount(1);
  await ana.page.reload();
  await expect(room.line('pods restart')).toBeVisible();
  await expect(room.log.getByRole('article')).toHaveCount(1);
  await ana.page.keyboard.press('Escape');
  await ana.page.getByRole('button', { name: /Show everything$/ }).click();
  await expect(ana.page).toHaveURL(/INC-\d+$/);
  await expect(room.log.getByRole('article')).toHaveCount(3);
});

const LONG_AGO_MS = 20 * 60_000;

/** As if this tab had last been looked at a while ago. */
async function lookedAwayLongAgo(page: Page): Promise<void> {
  await page.evaluate((ago) => {
    for (const key of Object.keys(localStorage).filter((one) => one.startsWith('warroom.seen.'))) {
      const seen = JSON.parse(localStorage.getItem(key) ?? '') as { atMs: number };
      localStorage.setItem(key, JSON.stringify({ ...seen, atMs: seen.atMs - ago }));
    }
  }, LONG_AGO_MS);
}

test('whoever comes late, comes back, or looks again is told what mattered first', async ({ someone, house }) => {
  const incident = await furnish(house);
  const ana = await someone('responder', 'Ana');
  const room = await ana.enter(incident);
  const before = ana.page.getByRole('region', { name: 'Before you came' });
  await expect(before).toContainText(/Before you came: \d+ lines/);
  await expect(before.getByRole('list', { name: 'What mattered' }).getByRole('listitem')).toHaveCount(5);
  await before.getByRole('button', { name: 'Read from the start' }).click();
  await expect(room.line('declared')).toBeVisible();

  await ana.home.open();
  await lookedAwayLongAgo(ana.page);
  for (let line = 0; line < 9; line += 1) await house.take(incident, 'log.write', { text: `meanwhile ${line}` });
  await house.take(incident, 'incident.set-severity', { severity: 'SEV4', because: 'it calms down' });
  await room.open(incident);
  const away = ana.page.getByRole('region', { name: 'While you were away' });
  await expect(away).toContainText('While you were away: 10 lines since 20 min ago');
  await expect(away).toContainText('to SEV4: it calms down');
  await away.getByRole('button', { name: 'Put away' }).click();
  await expect(away).toHaveCount(0);

  await ana.page.evaluate(() => Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true }));
  await lookedAwayLongAgo(ana.page);
  for (let line = 0; line < 8; line += 1) await house.take(incident, 'log.write', { text: `and later ${line}` });
  await room.hasLine('and later 7');
  await ana.page.evaluate(() => {
    Reflect.deleteProperty(document, 'visibilityState');
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect(away).toContainText(/While you were away: \d+ lines/);
});
