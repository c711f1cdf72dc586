import type { Page } from '@playwright/test';
import { tell } from './fixtures/tell';
import { expect, test } from './fixtures/test';
import { BriefPage } from './pages/brief-page';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

const isNoWiderThanTheScreen = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);

/** Whatever can be pressed that is smaller than a thumb. Links inside of text are as large as the text. */
const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'button, [role=button], [role=tab], [role=menuitem], input, select, textarea, nav a',
      ),
    ].flatMap((one) => {
      const { width, height } = one.getBoundingClientRect();
      const area = one.closest('label')?.getBoundingClientRect() ?? { width, height };
      const isShown = one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && width > 1 && height > 1;
      const isEnough = Math.max(width, area.width) >= 24 && Math.max(height, area.height) >= 43.5;
      return isShown && !isEnough
        ? [`${one.getAttribute('aria-label') ?? one.textContent} ${Math.round(width)}x${Math.round(height)}`]
        : [];
    }),
  );

/** Whatever can be pressed and lies across the edge of the screen, where nothing scrolls it into view. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('header button, header a, [role=radio]')].flatMap((one) => {
      const { left, right, width } = one.getBoundingClientRect();
      const isShown = width > 1 && one.checkVisibility({ visibilityProperty: true });
      const isCut = left < -1 || right > window.innerWidth + 1 || one.scrollWidth > one.clientWidth + 1;
      return isShown && isCut
        ? [`${one.getAttribute('aria-label') ?? one.textContent} ${Math.round(left)}..${Math.round(right)}`]
        : [];
    }),
  );

test('declare, log, claim and confirm with a thumb', async ({ someone }) => {
  const ana = await someone('responder', 'Ana', PHONE);
  await ana.home.open();
  await isNoWiderThanTheScreen(ana.page);
  expect(await tooSmall(ana.page)).toEqual([]);

  const incident = await ana.home.declare('Orders answer 500');
  const room = await ana.enter(incident);
  await isNoWiderThanTheScreen(ana.page);
  expect(await tooSmall(ana.page)).toEqual([]);
  expect(await cutOff(ana.page)).toEqual([]);
  await room.composer.fill('Alert fired: 500 errors on /api/orders');
  await ana.page.getByRole('button', { name: 'Send' }).tap();
  await room.hasLine('Alert fired');

  const parts = ana.page.getByRole('navigation', { name: 'Parts of the room' });
  await parts.getByRole('button', { name: /^Board|Board$/ }).tap();
  await room.propose('Redis is out of memory');
  await isNoWiderThanTheScreen(ana.page);
  expect(await tooSmall(ana.page)).toEqual([]);
  await room.card('H1').getByRole('button', { name: 'Claim' }).tap();
  await expect(room.card('H1')).toContainText('Ana');
  await room.act('H1', 'Confirm');
  await room.card('H1').getByRole('textbox', { name: 'Why it holds all the same' }).fill('the kernel log names it');
  await room.card('H1').getByRole('button', { name: 'Confirm', exact: true }).tap();
  await expect(room.card('H1')).toHaveAccessibleName(/^H1, confirmed/);

  for (const part of ['Context', 'People']) {
    await parts.getByRole('button', { name: new RegExp(part) }).tap();
    await isNoWiderThanTheScreen(ana.page);
    expect(await tooSmall(ana.page)).toEqual([]);
  }
});

test('settings with a thumb: nothing is too small, cut off or wider than the screen', async ({ someone }) => {
  const ada = await someone('admin', 'Ada', PHONE);
  for (const name of ['profile', 'password', 'sessions', 'tokens', 'members', 'invitations']) {
    await ada.page.goto(`/settings/${name}`);
    await expect(ada.page.getByRole('heading', { level: 1 })).toBeVisible();
    await isNoWiderThanTheScreen(ada.page);
    expect(await tooSmall(ada.page)).toEqual([]);
    expect(await cutOff(ada.page)).toEqual([]);
  }
});

test('the brief scrolls within its page: nothing lies below it', async ({ someone, house }) => {
  const incident = await tell(house);
  const vi = await someone('viewer', 'Vi', PHONE);
  const brief = new BriefPage(vi.page);
  await brief.open(incident);
  const heights = await vi.page.evaluate(() => ({
    page: document.querySelector('main')?.scrollHeight ?? 0,
    document: document.documentElement.scrollHeight - window.innerHeight,
    screen: window.innerHeight,
  }));
  expect(heights.page).toBeGreaterThan(heights.screen);
  expect(heights.document).toBe(0);
});
