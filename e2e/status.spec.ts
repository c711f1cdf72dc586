import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import type { CDPSession, Page } from '@playwright/test';
import { addComponent } from './fixtures/add-component';
import type { House } from './fixtures/house';
import { middleOf, onSharedMachine } from './fixtures/pace';
import { expect, test } from './fixtures/test';

// What stands on the page is part of these tests: no other file writes to it.
test.use({ serverOf: 'status' });

const SECONDS = onSharedMachine(3_000);

/** So long the components are there: the bars have days to show. */
const DAYS = 30;

type Said = { phase: string; text: string; title?: string | null; components?: object[] };

const say = (house: House, incident: string, { title = null, components = [], ...said }: Said) =>
  house.take(incident, 'update.post', { audience: 'public', nextUpdateAt: null, title, components, ...said });

const planMaintenance = (house: House, componentId: string) =>
  house.call('POST', '/api/v1/status/maintenance', {
    ...{ title: 'Disks are exchanged', text: 'It may be slow.', componentIds: [componentId], isPublic: true },
    ...{ startsAt: new Date(Date.now() + 3_600_000).toISOString(), endsAt: new Date(Date.now() + 7_200_000).toISOString() },
  });

const untilSaid = (page: Page, text: string) =>
  expect(async () => {
    await page.goto('/status/');
    await expect(page.getByText(text)).toBeVisible({ timeout: 200 });
  }).toPass({ timeout: SECONDS, intervals: [200] });

/** Where the first link leads that has this in its address, once the page has one. */
async function untilLinked(page: Page, part: string): Promise<string> {
  const link = page.locator(`a[href*="${part}"]`).first();
  await expect(async () => {
    await page.goto('/status/');
    await expect(link).toBeVisible({ timeout: 200 });
  }).toPass({ timeout: SECONDS, intervals: [200] });
  return link.evaluate((one) => (one as HTMLAnchorElement).href);
}

test('a public update shows on the status page within seconds, and moves to the past when resolved', async ({
  house,
  app,
  stranger,
}) => {
  const component = await addComponent(app, 'Payments API', DAYS);
  const incident = await house.declare({ title: 'Something that stays inside' });
  const { page } = await stranger();
  const text = `We look into it <b>now</b> ${randomUUID()}`;
  await say(house, incident, {
    ...{ phase: 'investigating', text, title: 'Payments are declined' },
    components: [{ componentId: component, state: 'major_outage' }],
  });
  await untilSaid(page, text);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Major outage');
  await expect(page.getByText('Something that stays inside')).toHaveCount(0);
  await expect(page.locator('time').filter({ hasText: 'your time' }).first()).toBeVisible();

  await page.getByRole('link', { name: 'Payments are declined' }).click();
  await expect(page).toHaveURL(/\/status\/incidents\/[a-z2-7]{12}\.html$/);
  const address = page.url();
  await page.getByRole('link', { name: 'Present status' }).click();

  await say(house, incident, {
    ...{ phase: 'resolved', text: `It is over ${randomUUID()}`, components: [{ componentId: component, state: 'operational' }] },
  });
  await expect(async () => {
    await page.goto('/status/');
    await expect(page.getByRole('heading', { name: 'All systems operational' })).toBeVisible({ timeout: 200 });
  }).toPass({ timeout: SECONDS, intervals: [200] });
  await expect(page.getByRole('heading', { name: 'Running incidents' })).toHaveCount(0);
  await page.goto(address);
  await expect(page.getByText('It is over')).toBeVisible();
  await page.getByRole('link', { name: 'All incidents by month' }).click();
  await page
    .getByRole('main')
    .getByRole('link', { name: /^\w+ \d{4}$/ })
    .first()
    .click();
  await expect(page.getByRole('link', { name: 'Payments are declined' })).toBeVisible();
  const summary = await page.request.get('/api/v2/summary.json');
  expect(await summary.json()).toMatchObject({ status: { indicator: 'none' }, incidents: [] });
});

test('an open page takes over what is newer', async ({ house, stranger }) => {
  const { page } = await stranger();
  await page.clock.install();
  await page.goto('/status/');
  const incident = await house.declare({ title: 'Mail waits' });
  const text = `Mail comes late ${randomUUID()}`;
  await say(house, incident, { phase: 'identified', text, title: 'Mail comes late' });
  await expect(async () => {
    await page.clock.fastForward(61_000);
    await expect(page.getByText(text)).toBeVisible({ timeout: 300 });
  }).toPass({ timeout: SECONDS });
  await expect(page.getByRole('status')).toHaveText('This page was updated.');
  await say(house, incident, { phase: 'resolved', text: 'Mail comes.' });
});

test('reads without JavaScript', async ({ app, house, stranger }) => {
  await addComponent(app, 'Search', DAYS);
  const incident = await house.declare({ title: 'Search fails' });
  const text = `Search is slow ${randomUUID()}`;
  await say(house, incident, { phase: 'monitoring', text, title: 'Search is slow' });
  const { page } = await stranger({ javaScriptEnabled: false });
  await untilSaid(page, text);
  await expect(page.getByText(/^\d+ \w{3} \d{4}, \d\d:\d\d UTC$/).first()).toBeVisible();
  const days = page.getByText('Day by day').first();
  await days.click();
  await expect(page.getByRole('table').first()).toContainText('Operational');
  await say(house, incident, { phase: 'resolved', text: 'Search is quick.' });
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [size, viewport] of Object.entries({ desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } })) {
    test(`axe finds nothing on its pages, ${colorScheme}, ${size}`, async ({ app, house, stranger }) => {
      const [component, incident] = [
        await addComponent(app, `Login ${randomUUID()}`, DAYS),
        await house.declare({ title: 'Inside' }),
      ];
      const text = `Some are signed out ${randomUUID()}`;
      const components = [{ componentId: component, state: 'partial_outage' }];
      await say(house, incident, { phase: 'identified', text, title: 'People are signed out', components });
      await planMaintenance(house, component);
      const { page } = await stranger({ colorScheme, viewport });
      await untilSaid(page, text);
      const incidentLink = await untilLinked(page, 'incidents/');
      const pages = ['/status/', '/status/history/', incidentLink, await untilLinked(page, 'maintenance/')];
      for (const path of pages) {
        await page.goto(path);
        for (const details of await page.locator('details').all()) await details.evaluate((one) => one.setAttribute('open', ''));
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
        const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
        expect(violations.map(({ id, nodes }) => `${path}: ${id} ${nodes[0]?.html}`)).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(overflow).toBeLessThanOrEqual(0);
      }
      await say(house, incident, { phase: 'resolved', text: 'Nobody is.', components: [] });
    });
  }
}

test('staff sees the internal variant, and nobody else', async ({ stranger, someone }) => {
  const outside = await stranger();
  await outside.page.goto('/status/internal/');
  await expect(outside.page).toHaveURL(/\/sign-in\?next=%2Fstatus%2Finternal%2F$/);
  const ana = await someone('viewer', 'Ana');
  await ana.page.goto('/status/internal/');
  await expect(ana.page.getByText('(internal)')).toBeVisible();
  await ana.page.getByRole('link', { name: 'History' }).click();
  await expect(ana.page).toHaveURL(/\/status\/internal\/history\/index\.html$/);
});

/** A page of one line on a server of its own: what any page costs on this line. */
async function plainPage(): Promise<{ url: string; close: () => void }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>plain</title><h1>plain</h1>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => void server.close() };
}

// What browsers call Slow 4G.
const SLOW = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1_000_000) / 8,
  uploadThroughput: (0.75 * 1_000_000) / 8,
};

async function contentfulPaintMs(page: Page, url: string): Promise<number> {
  await page.goto(url);
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const paint = list.getEntriesByName('first-contentful-paint')[0];
          if (paint) resolve(paint.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
}

test('is painted within a second on a slow line', async ({ stranger }) => {
  const plain = await plainPage();
  const { page } = await stranger();
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', SLOW);
  const found = { ours: [] as number[], plain: [] as number[] };
  for (let round = 0; round < 5; round += 1) {
    found.ours.push(await contentfulPaintMs(page, '/status/'));
    found.plain.push(await contentfulPaintMs(page, plain.url));
  }
  plain.close();
  const [ours, bare] = [middleOf(found.ours), middleOf(found.plain)];
  // Told in the output, for docs/figures.md.
  console.log(`contentful paint: ${Math.round(ours)} ms, a plain page ${Math.round(bare)} ms`);
  // Quiet, the plain page takes under half a second: a machine that needs longer for it needs longer for ours.
  expect(ours).toBeLessThan(Math.max(1000, 2 * bare));
});
