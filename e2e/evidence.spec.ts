import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { onSharedMachine } from './fixtures/pace';
import { expect, test } from './fixtures/test';

const LINES = 200_000;
const LINE_BYTES = 52;
const NEEDLES = [7, 41_000, 90_001, 149_999, 150_005, 180_000, 199_998];
const LONGEST_TASK_MS = 500;
const CHUNK_LINES = 500;

/** 200,000 lines that tell their number, 10.4 MB; every thousandth is red. */
function largeOutput(): string {
  const wanted = new Set(NEEDLES);
  const line = (number: number) => {
    const words = `${String(number).padStart(6, '0')} ${wanted.has(number) ? 'Out of Memory' : 'request served'} `;
    const text = number % 1000 === 0 ? `\u001b[31m${words}\u001b[0m` : words;
    return `${text.padEnd(LINE_BYTES - 1, '.')}\n`;
  };
  return Array.from({ length: LINES }, (_, index) => line(index + 1)).join('');
}

/** What the page asks the server for, and how long it was ever busy at a stretch. */
async function watchWork(page: Page) {
  const asked: string[] = [];
  page.on('request', (request) => void asked.push(request.url()));
  await page.addInitScript(() => {
    const busy: number[] = [];
    new PerformanceObserver((list) => busy.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
      buffered: true,
    });
    Object.assign(window, { busy });
  });
  return {
    ranges: () =>
      asked
        .map((url) => /\/lines\?from=(\d+)&to=(\d+)/.exec(url))
        .flatMap((match) => (match ? [{ from: Number(match[1]), to: Number(match[2]) }] : [])),
    bodies: () => asked.filter((url) => url.endsWith('/body')).length,
    longestTaskMs: () => page.evaluate(() => Math.max(0, ...(window as unknown as { busy: number[] }).busy)),
  };
}

test('200,000 lines open, scroll, search and link without a stall, in ranges', async ({ someone, house }) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  const ref = await house.attach(incident, largeOutput(), 'text/plain');
  const ana = await someone('responder', 'Ana');
  await ana.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { page } = ana;
  const work = await watchWork(page);
  await page.goto(`/incidents/${incident}/evidence/${ref}`);
  const lines = page.getByRole('region', { name: `Lines of ${ref}` });
  await expect(page.getByText('200,000 lines')).toBeVisible();
  await expect(lines.getByText('000001 request served')).toBeVisible();

  await lines.focus();
  await page.keyboard.press('End');
  await expect(lines.getByText('200000 request served')).toBeInViewport();
  await expect(lines.locator('.ansi-red-fg', { hasText: '200000' })).toHaveCount(1);
  expect(await lines.locator('[data-line]').count()).toBeLessThan(120);
  expect(work.ranges().length).toBeLessThan(12);
  expect(work.ranges().filter(({ from, to }) => to - from >= CHUNK_LINES)).toEqual([]);
  expect(work.bodies()).toBe(0);

  const search = page.getByRole('searchbox', { name: 'Search the output' });
  await page.keyboard.press('/');
  await search.fill('out of memory');
  await expect(page.getByText(`1 of ${NEEDLES.length}`, { exact: true })).toBeVisible();
  await expect(lines.locator('mark[data-current]')).toHaveText('Out of Memory');
  for (const number of NEEDLES.slice(1)) {
    await search.press('Enter');
    await expect(lines.getByText(`${String(number).padStart(6, '0')} Out of Memory`)).toBeInViewport();
  }
  await expect(page.getByText('7 of 7', { exact: true })).toBeVisible();
  expect(work.bodies()).toBe(1);

  const goTo = page.getByRole('textbox', { name: /^Go to a line/ });
  await goTo.fill('150000-150010');
  await goTo.press('Enter');
  await expect(page).toHaveURL(/#L150000-L150010$/);
  await expect(lines.getByText('150005 Out of Memory')).toBeInViewport();
  await page.getByRole('button', { name: 'Copy a link to them' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(await work.longestTaskMs()).toBeLessThan(onSharedMachine(LONGEST_TASK_MS));

  const other = await ana.context.newPage();
  const there = await watchWork(other);
  await other.goto(link);
  const linked = other.getByRole('region', { name: `Lines of ${ref}` });
  await expect(other.getByText('Lines 150000 to 150010')).toBeVisible();
  await expect(linked.getByText('150000 request served')).toBeInViewport();
  expect(there.ranges().every(({ from }) => from > 140_000)).toBe(true);
  expect(await there.longestTaskMs()).toBeLessThan(onSharedMachine(LONGEST_TASK_MS));
});

test('lines are copied without their colours, those that were never looked at included', async ({ someone, house }) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  const ref = await house.attach(incident, largeOutput(), 'text/plain');
  const ana = await someone('responder', 'Ana');
  await ana.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await ana.page.goto(`/incidents/${incident}/evidence/${ref}#L1000-L4000`);
  await ana.page.getByRole('button', { name: 'Copy these lines' }).click();
  await expect(ana.page.getByText('3,001 lines are copied.')).toBeVisible();
  const copied = (await ana.page.evaluate(() => navigator.clipboard.readText())).split('\n');
  expect(copied).toHaveLength(3001);
  expect([copied[0], copied.at(-1)].map((line) => line?.slice(0, 21))).toEqual([
    '001000 request served',
    '004000 request served',
  ]);
});

test('long lines run on until they are wrapped, and what is found far to the right comes into sight', async ({
  someone,
  house,
}) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  const ref = await house.attach(incident, `short\n${'word '.repeat(1000)}needle\nend\n`, 'text/plain');
  const ana = await someone('responder', 'Ana');
  const { page } = ana;
  await page.goto(`/incidents/${incident}/evidence/${ref}`);
  const lines = page.getByRole('region', { name: `Lines of ${ref}` });
  await page.getByRole('searchbox', { name: 'Search the output' }).fill('needle');
  await expect(lines.locator('mark[data-current]')).toBeInViewport({ ratio: 1 });
  await expect(lines.locator('[data-line="1"]')).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: 'Wrap long lines' }).click();
  await expect.poll(() => lines.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
});

test('a picture is shown whole, as large as it is, and twice as large', async ({ someone, house }) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  const picture = sharp({ create: { width: 2000, height: 1500, channels: 3, background: '#0b6b85' } });
  const ref = await house.attach(incident, await picture.png().toBuffer(), 'image/png');
  const ana = await someone('responder', 'Ana');
  const { page } = ana;
  await page.goto(`/incidents/${incident}/evidence/${ref}`);
  const image = page.getByRole('region', { name: 'Picture' }).getByRole('img');
  const widthPx = async () => Math.round((await image.boundingBox())?.width ?? 0);
  const room = (await page.getByRole('region', { name: 'Picture' }).boundingBox())!;
  await expect.poll(widthPx).toBeGreaterThan(300);
  const whole = (await image.boundingBox())!;
  expect(whole.width).toBeLessThanOrEqual(room.width);
  expect(whole.height).toBeLessThanOrEqual(room.height);
  expect(whole.width / whole.height).toBeCloseTo(4 / 3, 1);
  for (const [label, width] of [
    ['100 %', 2000],
    ['200 %', 4000],
  ] as const) {
    await page.getByRole('radio', { name: label }).check({ force: true });
    await expect.poll(widthPx).toBe(width);
  }
});
