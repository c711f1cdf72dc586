import { io } from 'socket.io-client';
import type { Locator } from '@playwright/test';
import { runningEmbedded } from '@/lib/db/embedded-postgres';
import { expect, test } from './fixtures/test';
import type { RoomPage } from './pages/room-page';
import { addCrowd } from './scripts/crowd';

const HOUR_MS = 3_600_000;
const CROWD = 400;

test('four hundred people: their number, and the first of their names', async ({ app, someone, house }) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  const names = Array.from({ length: CROWD }, (_, index) => `Person ${index + 1}`);
  const crowd = await addCrowd(runningEmbedded(app.dataFolder)?.url ?? '', names);
  const sockets = crowd.map(({ token }) => io(app.url, { transports: ['websocket'], forceNew: true, auth: { token } }));
  try {
    await Promise.all(sockets.map((socket) => socket.timeout(30_000).emitWithAck('room:join', { incident, after: 0 })));
    // Last of all: neither being early nor the length of the list decides whether one finds oneself in it.
    const ana = await someone('responder', 'Ana');
    const room = await ana.enter(incident);
    await expect(room.side.getByRole('heading', { name: `Here now · ${CROWD + 1}` })).toBeVisible({ timeout: 30_000 });
    const here = ana.page.getByRole('button', { name: new RegExp(`^${CROWD + 1} here: you, `) });
    await expect(here).toContainText(`+${CROWD - 4}`);
    await expect(room.side.getByText('Ana (you)')).toBeVisible();
    await room.write('the page goes on');
    await room.hasLine('the page goes on');
    const width = await ana.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(width).toBeLessThanOrEqual(0);
    for (const socket of sockets) socket.disconnect();
    await expect(room.side.getByRole('heading', { name: 'Here now · 1' })).toBeVisible({ timeout: 30_000 });
  } finally {
    for (const socket of sockets) socket.disconnect();
  }
});

/** How many seconds a stopwatch shows. */
async function secondsOf(stopwatch: Locator): Promise<number> {
  const [, hours, minutes, seconds] = /T\+(\d\d):(\d\d):(\d\d)/.exec(await stopwatch.innerText()) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

async function isRight(stopwatch: Locator, startedAt: string): Promise<void> {
  const wrongBy = async () => Math.abs((await secondsOf(stopwatch)) - (Date.now() - Date.parse(startedAt)) / 1000);
  await expect.poll(wrongBy).toBeLessThan(5);
}

for (const [how, aheadMs] of Object.entries({ 'an hour fast': HOUR_MS, 'an hour slow': -HOUR_MS })) {
  test(`a clock that is ${how}: lines carry the right time, and T+ counts from the impact`, async ({ someone, house }) => {
    const startedAt = new Date(Date.now() - 10 * 60_000).toISOString();
    const incident = await house.declare({ title: 'Orders answer 500', severity: 'SEV1', startedAt });
    const ana = await someone('responder', 'Ana');
    await ana.page.clock.install({ time: Date.now() + aheadMs });
    const room = await ana.enter(incident);
    await isRight(ana.page.getByRole('main').getByText(/^T\+\d\d:/), startedAt);
    await isRight(ana.page.getByRole('link', { name: `${incident}, SEV1` }), startedAt);
    await ana.context.setOffline(true);
    await expect(room.network).toContainText('Offline');
    const from = Date.now();
    await room.write('written with a wrong clock');
    await ana.context.setOffline(false);
    await room.hasLine('written with a wrong clock');
    const shown = await room.line('written with a wrong clock').getByRole('time').first().getAttribute('datetime');
    const shownMs = Date.parse(shown ?? '');
    expect(Math.abs(shownMs - from)).toBeLessThan(60_000);
    await ana.home.open();
    await isRight(ana.home.running.getByRole('listitem').filter({ hasText: incident }).getByText(/^T\+/), startedAt);
  });
}

test('a tab asleep for a day wakes up, catches up and is in step', async ({ someone, house }) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  const ana = await someone('responder', 'Ana');
  await ana.page.clock.install();
  const room = await ana.enter(incident);
  await room.composer.fill('half a thought');
  await ana.context.setOffline(true);
  await expect(room.network).toContainText('Offline');
  const lines = Array.from({ length: 60 }, (_, index) => ({
    at: new Date(Date.now() - index).toISOString(),
    text: `night ${index}`,
  }));
  for (let page = 0; page < 5; page += 1) await house.take(incident, 'log.import', { lines });
  await house.take(incident, 'incident.describe', { title: 'Orders are well again' });
  await house.take(incident, 'log.write', { text: 'good morning' });
  await ana.page.clock.fastForward('24:00:00');
  await ana.context.setOffline(false);
  await room.isLive();
  await room.hasLine('good morning');
  await expect(ana.page.getByRole('heading', { level: 1 })).toContainText('Orders are well again');
  await expect(room.composer).toHaveValue('half a thought');
  await room.composer.press('Enter');
  await room.hasLine('half a thought');
  const { json } = await house.call<{ events: { seq: number; type: string; at: string }[] }>(
    'GET',
    `/api/v1/incidents/${incident}/events?limit=500`,
  );
  expect(json.events.at(-1)).toMatchObject({ type: 'log.written' });
  // The clock of the device is a day ahead by now; the line is not.
  expect(Math.abs(Date.parse(json.events.at(-1)?.at ?? '') - Date.now())).toBeLessThan(60_000);
  expect(json.events.map(({ seq }) => seq)).toEqual(json.events.map((_, index) => index + 1));
});

test('two tabs that write at once keep a draft each, over a reload', async ({ someone, house }) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  const ana = await someone('responder', 'Ana');
  const first = await ana.enter(incident);
  const second = first.on(await ana.context.newPage());
  await second.open(incident);
  await first.composer.fill('the first tab');
  await second.composer.fill('the second tab');
  await first.composer.press('End');
  await first.composer.pressSequentially(' goes on');
  await second.page.reload();
  await expect(second.composer).toHaveValue('the second tab');
  await first.page.reload();
  await expect(first.composer).toHaveValue('the first tab goes on');
  await first.composer.press('Enter');
  await first.hasLine('the first tab goes on');
  await second.page.reload();
  await expect(second.composer).toHaveValue('the second tab');
  // What is sent comes back nowhere.
  await first.page.reload();
  await expect(first.composer).toHaveValue('');
});

/** Storage that is there and takes nothing, as in a full disk; or that throws when it is looked at, as where it is forbidden. */
const STORAGES = {
  full: () => {
    const full = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
    Storage.prototype.setItem = full;
    IDBObjectStore.prototype.add = full;
    IDBObjectStore.prototype.put = full;
  },
  forbidden: () => {
    const forbidden = {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(window, name, forbidden);
  },
};

for (const [how, breakStorage] of Object.entries(STORAGES)) {
  test(`storage is ${how}: everything works, and it says what it cannot keep`, async ({ someone, house }) => {
    const incident = await house.declare({ title: 'Orders answer 500' });
    const ana = await someone('responder', 'Ana');
    await ana.context.addInitScript(breakStorage);
    await ana.home.open();
    const room: RoomPage = await ana.enter(incident);
    await room.composer.fill('a first line');
    await expect(ana.page.getByText('This device keeps no draft')).toBeVisible();
    await room.composer.press('Enter');
    await room.hasLine('a first line');
    await room.propose('Redis is out of memory');
    await expect(room.card('H1')).toBeVisible();
    await room.attach('H1', { title: 'dmesg', text: 'Out of memory: Killed process 812' });
    await room.hasLine('dmesg');

    await ana.context.setOffline(true);
    await expect(room.network).toContainText('Offline');
    await room.write('written without a network');
    await expect(room.line('written without a network').getByLabel('Not saved yet')).toBeVisible();
    await room.network.click();
    const panel = ana.page.getByRole('dialog', { name: 'Connection and what is not saved yet' });
    await expect(panel).toContainText('lost when you close it');
    await ana.page.keyboard.press('Escape');
    const asked = ana.page.waitForEvent('dialog');
    await ana.page.close({ runBeforeUnload: true });
    expect((await asked).type()).toBe('beforeunload');
    await (await asked).dismiss();
    await ana.context.setOffline(false);
    await room.hasLine('written without a network');
    await ana.page.keyboard.press('ControlOrMeta+k');
    await ana.page.getByRole('combobox', { name: 'What do you look for' }).fill('severity');
    await ana.page.keyboard.press('Escape');
    for (const path of ['/settings/profile', '/']) {
      await ana.page.goto(path);
      await expect(ana.page.getByRole('heading', { level: 1 })).toBeVisible();
    }
  });
}
