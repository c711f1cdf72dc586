import type { Page } from '@playwright/test';
import { onSharedMachine } from './fixtures/pace';
import { expect, test } from './fixtures/test';
import type { RoomPage } from './pages/room-page';

/** Pastes as a browser does, without a clipboard that others share. */
const paste = (room: RoomPage, text: string) =>
  room.composer.evaluate((field, pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);

/** The longest time between two frames from here on, in ms. */
async function watchFrames(page: Page): Promise<() => Promise<number>> {
  const watching = await page.evaluateHandle(() => {
    const seen = { longestMs: 0 };
    let last = performance.now();
    const look = () => {
      seen.longestMs = Math.max(seen.longestMs, performance.now() - last);
      last = performance.now();
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    return seen;
  });
  return async () => (await watching.jsonValue()).longestMs;
}

const isNoWiderThanTheScreen = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);

test('5 MB pasted into the composer are offered as evidence: the page goes on, and nothing is lost', async ({
  someone,
  house,
}) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  const ana = await someone('responder', 'Ana');
  const room = await ana.enter(incident);
  const line = 'Nov 23 16:02:11 web-1 orders[812]: connection refused to redis:6379, retry 3 of 5\n';
  const text = line.repeat(Math.ceil((5 * 1024 * 1024) / line.length));
  await room.composer.fill('what the workers say:');
  const longestMs = await watchFrames(ana.page);
  await paste(room, text);
  await expect(room.composer).toHaveValue('what the workers say:');
  await ana.page.getByRole('button', { name: 'Attach as evidence' }).click();
  const dialog = room.dialog('Attach evidence');
  await expect(dialog).toContainText('5.0 MB of text');
  await dialog.getByRole('textbox', { name: 'Title' }).fill('All workers');
  await dialog.getByRole('button', { name: 'Attach', exact: true }).click();
  await expect(dialog).toBeHidden();
  await room.hasLine('All workers', { timeout: 30_000 });
  await expect(room.composer).toHaveValue('what the workers say:');
  await room.composer.press('Enter');
  await room.hasLine('what the workers say:');
  expect(await longestMs()).toBeLessThan(onSharedMachine(1000));
  const stored = await ana.context.request.get(`/api/v1/incidents/${incident}/evidence/E1/body`);
  expect((await stored.text()) === text).toBe(true);
});

test('a file that is no evidence is refused at once, with what to attach instead', async ({ someone, house }) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  const ana = await someone('responder', 'Ana');
  const room = await ana.enter(incident);
  const refused = [
    { name: 'heap.zip', mimeType: 'application/zip', buffer: Buffer.from('PK\u0003\u0004\0\0\0') },
    { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from([0x61, 0xff, 0xfe, 0x62]) },
    { name: 'graph.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') },
  ];
  for (const file of refused) {
    await ana.page.locator('section input[type=file]').first().setInputFiles(file);
    const dialog = room.dialog('Attach evidence');
    await dialog.getByRole('button', { name: 'Attach', exact: true }).click();
    await expect(dialog.getByRole('alert')).toContainText('PNG, JPEG, GIF or WebP');
    await expect(dialog).toContainText(file.name);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  }
  await expect(room.network).toContainText('Live');
});

const LONG = `Redis is out of memory ${'since the new cache went out '.repeat(150)}`.slice(0, 4000).trim();

test('a hypothesis of 4,000 characters is refused in words, and none of them is lost', async ({ someone, house }) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  const ana = await someone('responder', 'Ana');
  const room = await ana.enter(incident);
  await room.composer.fill(`/hypothesis ${LONG}`);
  await room.composer.press('Enter');
  await expect(ana.page.getByRole('region', { name: 'Log' }).getByRole('alert')).toContainText('longer than 500 characters');
  await expect(room.composer).toHaveValue(`/hypothesis ${LONG}`);

  await room.board.getByRole('button', { name: 'Propose', exact: true }).click();
  const dialog = room.dialog('Propose a hypothesis');
  const statement = dialog.getByRole('textbox', { name: 'What could be wrong' });
  await statement.fill(LONG);
  await dialog.getByRole('button', { name: 'Propose' }).click();
  await expect(dialog.getByRole('alert')).toContainText('longer than 500 characters');
  await expect(statement).toHaveValue(LONG);
  await statement.fill(LONG.slice(0, 500).trim());
  await dialog.getByRole('button', { name: 'Propose' }).click();
  await expect(room.card('H1')).toContainText(LONG.slice(0, 500).trim());
  await isNoWiderThanTheScreen(ana.page);
});

const WORDS = [
  '👩🏽‍🚒 on call, 🇳🇿 and 🏴󠁧󠁢󠁳󠁣󠁴󠁿 are down 🔥',
  'naïve café: e\u0301 a\u0308 o\u0302 ñ',
  `Z${'\u0300\u0301\u0302\u0303'.repeat(12)}algo`,
  'السيرفر لا يستجيب منذ 16:02',
  'サーバーが応答しません',
];

test('emoji, combining marks and other scripts stay as they were typed, and in their lines', async ({ someone, house }) => {
  const incident = await house.declare({ title: 'Orders 🔥 answer ５００' });
  const ana = await someone('responder', 'Ana');
  const room = await ana.enter(incident);
  for (const text of WORDS) {
    await room.write(text);
    await room.hasLine(text);
  }
  await room.propose(WORDS[0] ?? '');
  await expect(room.card('H1')).toContainText(WORDS[0] ?? '');
  await ana.page.reload();
  await room.isLive();
  for (const text of WORDS) await expect(room.line(text).first()).toBeVisible();
  const heights = await room.log.getByRole('article').evaluateAll((lines) => lines.map((line) => line.clientHeight));
  expect(Math.max(...heights)).toBeLessThan(60);
});

const NAMES = ['عبد الرحمن بن محمد الأنصاري', 'Wolfeschlegelsteinhausenbergerdorff '.repeat(3).slice(0, 80).trim(), '👩🏽‍🚒 Õ'];

for (const [size, viewport] of Object.entries({ desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } })) {
  test(`names in Arabic, of 80 letters and of emoji fit, ${size}`, async ({ someone, house }) => {
    const incident = await house.declare({ title: 'Orders answer 500' });
    for (const name of NAMES) {
      const who = await someone('responder', name, { viewport: { width: 1440, height: 900 } });
      const room = await who.enter(incident);
      await room.write(`checked by ${name}`);
      await room.hasLine(`checked by ${name}`);
      await house.take(incident, 'hypothesis.propose', { statement: `What ${name} thinks` });
      await house.take(incident, 'hypothesis.assign', { hypothesis: `H${NAMES.indexOf(name) + 1}`, userId: who.account?.userId });
    }
    const ana = await someone('admin', 'Ana', { viewport });
    const room = await ana.enter(incident);
    for (const name of NAMES) await expect(room.line(name).first()).toBeVisible();
    await isNoWiderThanTheScreen(ana.page);
    for (const part of size === 'phone' ? ['Board', 'Context', 'People'] : []) {
      await ana.page
        .getByRole('navigation', { name: 'Parts of the room' })
        .getByRole('button', { name: new RegExp(part) })
        .click();
      await isNoWiderThanTheScreen(ana.page);
    }
    await ana.page.goto('/settings/members');
    for (const name of NAMES) await expect(ana.page.getByText(name, { exact: true }).first()).toBeVisible();
    await isNoWiderThanTheScreen(ana.page);
  });
}

test('sixty hypotheses are all there, walked by keys, and one more is proposed without a stall', async ({ someone, house }) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  for (let n = 1; n <= 60; n += 1) {
    await house.take(incident, 'hypothesis.propose', {
      statement: `Cause number ${n} of many`,
      parent: n % 5 ? null : `H${n - 1}`,
    });
  }
  const ana = await someone('responder', 'Ana');
  const room = await ana.enter(incident);
  await expect(room.board.getByRole('article')).toHaveCount(60);
  const longestMs = await watchFrames(ana.page);
  await room.card('H1').click();
  for (let n = 0; n < 10; n += 1) await ana.page.keyboard.press('j');
  await room.propose('The sixty-first');
  await expect(room.card('H61')).toBeVisible();
  expect(await longestMs()).toBeLessThan(onSharedMachine(1000));
  await ana.page.getByRole('radio', { name: 'Tree' }).check({ force: true });
  await expect(ana.page.getByText('The sixty-first').first()).toBeVisible();
  await isNoWiderThanTheScreen(ana.page);
});
