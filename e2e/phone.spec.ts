import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/test';

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

test('declare, log, claim and confirm with a thumb', async ({ someone }) => {
  const ana = await someone('responder', 'Ana', PHONE);
  await ana.home.open();
  await isNoWiderThanTheScreen(ana.page);
  expect(await tooSmall(ana.page)).toEqual([]);

  const incident = await ana.home.declare('Orders answer 500');
  const room = await ana.enter(incident);
  await isNoWiderThanTheScreen(ana.page);
  expect(await tooSmall(ana.page)).toEqual([]);
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
