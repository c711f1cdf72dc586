import type { Page, Route } from '@playwright/test';
import { expect, test } from './fixtures/test';
import { RoomPage } from './pages/room-page';

/** Treats the scripts that the page itself does not name as said. */
async function withScriptsBehind(page: Page, treat: (route: Route) => Promise<void>): Promise<void> {
  let named = '';
  await page.route(/\/incidents\/INC-\d+$/, async (route) => {
    const answer = await route.fetch();
    named = await answer.text();
    await route.fulfill({ response: answer });
  });
  await page.route('**/_next/static/chunks/**', (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    return named.includes(name) ? route.continue() : treat(route);
  });
}

test('a room is live before all of it can be used, and what is done meanwhile counts', async ({ someone, house }) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  for (let n = 1; n <= 30; n += 1) await house.take(incident, 'hypothesis.propose', { statement: `Cause number ${n}` });
  const [ana, bo] = [await someone('responder', 'Ana'), await someone('responder', 'Bo')];
  const other = await bo.enter(incident);

  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await withScriptsBehind(ana.page, async (route) => {
    await released;
    await route.continue();
  });
  const room = new RoomPage(ana.page);
  await ana.page.goto(`/incidents/${incident}`);
  await expect(room.network).toContainText('Live');
  await other.write('the first part hears this');
  await expect(room.line('the first part hears this')).toBeVisible();
  await expect(room.board.getByText('Cause number 30')).toBeVisible();

  const early = ana.page.locator('[data-early]');
  await expect(early.first()).toBeAttached();
  const top = () => room.card('H30').evaluate((card) => card.getBoundingClientRect().top);
  await room.card('H30').scrollIntoViewIfNeeded();
  const topBefore = await top();
  await ana.page.getByRole('button', { name: 'Take command' }).click();
  await room.composer.pressSequentially('typed before it could be sent');
  await expect(room.line('took command')).toHaveCount(0);

  release();
  await room.isLive();
  await room.hasLine('took command');
  await expect(room.composer).toHaveValue('typed before it could be sent');
  await expect(room.composer).toBeFocused();
  expect(Math.abs((await top()) - topBefore)).toBeLessThan(2);
  await room.composer.press('Enter');
  await other.hasLine('typed before it could be sent');
});

test('a room whose scripts do not all come stands as it was drawn, and is whole once they do', async ({ someone, house }) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  const ana = await someone('responder', 'Ana', { mayHear: /Failed to load|ERR_FAILED|ERR_INTERNET/ });
  let isBroken = true;
  const asked: string[] = [];
  await withScriptsBehind(ana.page, (route) => {
    asked.push(route.request().url());
    return isBroken ? route.abort() : route.continue();
  });
  const room = new RoomPage(ana.page);
  await ana.page.goto(`/incidents/${incident}`);
  await expect(room.network).toContainText('Live');
  await expect(room.composer).toBeVisible();
  // The bundler asks twice by itself.
  await expect.poll(() => asked.filter((url) => url === asked[0]).length).toBeGreaterThan(2);
  isBroken = false;
  await room.isLive();
  await room.write('all of it is here');
  await room.hasLine('all of it is here');
});
