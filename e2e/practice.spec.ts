import { startApp, type RunningApp } from './fixtures/app';
import { PASSWORD } from './fixtures/house';
import { expect, test } from './fixtures/test';
import { AccountPage } from './pages/account-page';
import { RoomPage } from './pages/room-page';

let fresh: RunningApp;
test.beforeAll(async () => {
  fresh = await startApp();
});
test.afterAll(() => fresh.stop());

test('whoever has just set Warroom up looks around in a practice room, finds it again, and removes it in one click', async ({
  stranger,
}) => {
  const { page } = await stranger({ baseURL: fresh.url });
  await page.goto(`/setup?token=${fresh.setupToken}`);
  await new AccountPage(page).make('Make my account', { name: 'Ada', email: 'ada@example.org', password: PASSWORD });

  await page.getByRole('button', { name: 'Look around in a practice room' }).click();
  const room = new RoomPage(page);
  await room.isLive();
  await expect(page.getByText('A recorded outage: its people are not accounts')).toBeVisible();
  await expect(room.card('H2')).toContainText('Root cause');
  await room.write('trying this out');
  await room.hasLine('trying this out');

  await page.goto('/');
  const rooms = page.getByRole('region', { name: 'Practice rooms' });
  await expect(rooms).toContainText('TRY-1');
  await expect(page.getByRole('region', { name: 'Running now' })).not.toContainText('TRY-1');
  await rooms.getByRole('link', { name: 'Open TRY-1' }).click();
  await room.hasLine('trying this out');

  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByText('TRY-1 is removed, with everything in it.')).toBeVisible();
  await expect(page).toHaveURL(`${fresh.url}/`);
  await expect(page.getByRole('heading', { name: 'New here?' })).toBeVisible();
  await expect(rooms).toHaveCount(0);
});

test('a room that somebody else removes says so, and home takes one that is gone already for removed', async ({
  someone,
  house,
}) => {
  const { json } = await house.call<{ key: string }>('POST', '/api/v1/practice');
  const ana = await someone('responder', 'Ana', { mayHear: /status of 404/ });
  const bo = await someone('responder', 'Bo', { mayHear: /status of 404/ });
  await ana.enter(json.key);
  await bo.home.open();
  await house.call('DELETE', `/api/v1/practice/${json.key}`);
  await expect(ana.page.getByRole('heading', { name: 'This room is closed to you' })).toBeVisible();
  await bo.page.getByRole('button', { name: `Remove ${json.key}` }).click();
  await expect(bo.page.getByText(`${json.key} is removed`)).toBeVisible();
  await expect(bo.page.getByRole('button', { name: `Remove ${json.key}` })).toHaveCount(0);
});

test('a viewer sees the practice rooms there are, and can neither open another nor remove one', async ({ someone, house }) => {
  const { json } = await house.call<{ key: string }>('POST', '/api/v1/practice');
  const vic = await someone('viewer', 'Vic');
  await vic.home.open();
  await expect(vic.page.getByRole('link', { name: `Open ${json.key}` })).toBeVisible();
  await expect(vic.page.getByRole('button', { name: /practice room|^Remove/ })).toHaveCount(0);
  await vic.enter(json.key);
  await expect(vic.page.getByRole('button', { name: 'Remove', exact: true })).toHaveCount(0);
});

test('whoever has just declared goes on typing into the log', async ({ someone }) => {
  const ana = await someone('responder', 'Ana');
  await ana.home.open();
  await ana.home.declare('Orders answer 500');
  const room = new RoomPage(ana.page);
  await expect(room.composer).toBeFocused();
  await ana.page.keyboard.type('Alert fired: RedisDown');
  await ana.page.keyboard.press('Enter');
  await room.hasLine('Alert fired: RedisDown');
});
