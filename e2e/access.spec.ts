import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { furnish } from './fixtures/furnish';
import { expect, test } from './fixtures/test';
import { RoomPage } from './pages/room-page';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe has against a page, a line each. */
async function faultsOf(page: Page, where: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${where}: ${id} ${String(target)} ${failureSummary}`),
  );
}

async function isAccessible(page: Page, where: string): Promise<void> {
  expect(await faultsOf(page, where)).toEqual([]);
}

const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    const options = { colorScheme, viewport, hasTouch: size === 'phone', isMobile: size === 'phone' };

    test(`axe finds nothing on any page, ${colorScheme}, ${size}`, async ({ someone, stranger, house }) => {
      test.slow();
      const incident = await furnish(house);
      const outside = await stranger(options);
      const { json } = await house.call<{ link: string }>('POST', '/api/v1/invitations', { role: 'responder' });
      for (const path of ['/sign-in', '/setup', json.link, '/invite/nothing']) {
        await outside.page.goto(path);
        await isAccessible(outside.page, path);
      }
      const ada = await someone('admin', 'Ada', { ...options, mayHear: /status of 404/ });
      const settings = ['profile', 'password', 'sessions', 'tokens', 'members', 'invitations'].map((name) => `/settings/${name}`);
      for (const path of ['/', ...settings, `/incidents/${incident}/evidence/E2`, '/incidents/INC-9999']) {
        await ada.page.goto(path);
        await expect(ada.page.getByRole('main')).toBeVisible();
        await isAccessible(ada.page, path);
      }
      await ada.enter(incident);
      await isAccessible(ada.page, 'the room');
    });
  }

  test(`axe finds nothing in what opens in a room, ${colorScheme}`, async ({ someone, house }) => {
    test.slow();
    const incident = await furnish(house);
    const ana = await someone('responder', 'Ana', { colorScheme });
    const room = await ana.enter(incident);
    const { page } = ana;
    const press = (name: string | RegExp) => page.getByRole('main').getByRole('button', { name }).first().click();
    const openings: [what: string, open: () => Promise<void>][] = [
      ['propose', () => press('Propose')],
      ['evidence', () => room.act('H3', 'Attach evidence')],
      ['reword', () => room.act('H3', 'Reword')],
      ['root cause', () => room.act('H2', 'Declare root cause')],
      ['access', () => press('Change')],
      ['task', () => press('Add')],
      ['connection', () => room.network.click()],
      ['palette', () => page.keyboard.press('ControlOrMeta+k')],
      ['keys', () => page.keyboard.press('?')],
      ['filter', () => press('Filter')],
      ['card menu', () => page.getByRole('button', { name: 'More for H3' }).click()],
      ['tree', () => page.getByRole('radio', { name: 'Tree' }).click()],
    ];
    for (const [what, open] of openings) {
      await open();
      await isAccessible(page, what);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  });
}

test('the tree, the board and the log are found by their landmarks and headings', async ({ someone, house }) => {
  const incident = await furnish(house);
  const vic = await someone('viewer', 'Vic');
  await vic.enter(incident);
  const room = new RoomPage(vic.page);
  await expect(room.log).toBeVisible();
  await expect(room.board).toBeVisible();
  await expect(room.side).toBeVisible();
  await expect(vic.page.getByRole('heading', { level: 1 })).toHaveCount(1);
});

test('a planted fault is found', async ({ stranger }) => {
  const { page } = await stranger();
  await page.setContent(
    '<!doctype html><html lang="en"><title>Planted</title><main><h1>Planted</h1><button></button></main></html>',
  );
  expect((await faultsOf(page, 'planted')).join()).toContain('button-name');
});
