import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/test';

const bell = (page: Page) => page.getByRole('button', { name: /^Notices, / });
const panel = (page: Page) => page.getByRole('dialog', { name: 'Notices' });
const toastOf = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text });

async function axeClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
}

test('Bo is mentioned by Ana, sees it live on another page, and goes to the line; Cy hears nothing', async ({
  house,
  someone,
}) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  const ana = await someone('responder', 'Ana Alder');
  const bo = await someone('responder', 'Bo Birch');
  const cy = await someone('responder', 'Cy Cedar');
  await Promise.all([bo.home.open(), cy.home.open()]);
  await expect(bell(bo.page)).toHaveAccessibleName('Notices, nothing new');
  const room = await ana.enter(incident);
  await room.write('@Bo Birch can you look at Redis?');

  await expect(bell(bo.page)).toHaveAccessibleName('Notices, 1 new');
  await expect(bo.page).toHaveTitle(/^\(1\) /);
  await expect(bo.page.getByText('Ana Alder mentioned you').first()).toBeVisible();
  await bell(bo.page).click();
  const entry = panel(bo.page).getByRole('link', { name: /Ana Alder mentioned you/ });
  await expect(entry).toContainText('@Bo Birch can you look at Redis?');
  await axeClean(bo.page);
  await entry.click();
  await expect(bo.page).toHaveURL(new RegExp(`/incidents/${incident}#e`));
  await expect(bell(bo.page)).toHaveAccessibleName('Notices, nothing new');
  await expect(bo.page).toHaveTitle(/^(?!\()/);
  await expect(bell(cy.page)).toHaveAccessibleName('Notices, nothing new');
});

test('a hand-over waits for Bo; in that room nothing pops up', async ({ house, someone }) => {
  const incident = await house.declare({ title: 'Payments are late' });
  const ana = await someone('responder', 'Ana Ash');
  const bo = await someone('responder', 'Bo Beech');
  const room = await ana.enter(incident);
  await room.write('/take');
  const seen = await bo.enter(incident);
  await room.write('/handover @Bo Beech good night');
  await expect(bell(bo.page)).toHaveAccessibleName('Notices, 1 new');
  await expect(toastOf(bo.page, 'offers you command')).toHaveCount(0);
  await bell(bo.page).click();
  await expect(panel(bo.page).getByRole('region', { name: 'Notices by incident' })).toContainText('Ana Ash offers you command');
  await panel(bo.page).getByRole('button', { name: 'Mark all as read' }).click();
  await expect(bell(bo.page)).toHaveAccessibleName('Notices, nothing new');
  await seen.isLive();
});

test('in quiet mode the bell counts and nothing pops up, and what is switched off does not come', async ({ house, someone }) => {
  const incident = await house.declare({ title: 'Search is slow' });
  const ana = await someone('responder', 'Ana Acacia');
  const bo = await someone('responder', 'Bo Bamboo');
  await bo.page.goto('/settings/notifications');
  await bo.page.getByRole('main').getByRole('combobox', { name: 'Quiet mode' }).selectOption('always');
  await expect(bell(bo.page)).toHaveAccessibleName('Notices, nothing new, quiet');
  const tasks = bo.page.getByRole('checkbox', { name: 'You are given a task: Bell' });
  await tasks.uncheck();
  await expect(tasks).not.toBeChecked();
  await bo.page.reload();
  await expect(tasks).not.toBeChecked();
  await axeClean(bo.page);

  const room = await ana.enter(incident);
  const { userId } = bo.account ?? { userId: '' };
  await house.take(incident, 'task.add', { text: 'Restart the index', ownerId: userId });
  await room.write('@Bo Bamboo look');
  await expect(bell(bo.page)).toHaveAccessibleName('Notices, 1 new, quiet');
  await expect(toastOf(bo.page, 'mentioned you')).toHaveCount(0);
});

test('quiet hours are kept, and end when they are switched off', async ({ someone }) => {
  const bo = await someone('responder', 'Bo Box');
  await bo.page.goto('/settings/notifications');
  const hours = bo.page.getByRole('switch', { name: 'Quiet hours' });
  await hours.click();
  await expect(hours).toHaveAttribute('aria-checked', 'true');
  await bo.page.getByLabel('Quiet from').fill('00:00');
  await bo.page.getByLabel('Quiet to').fill('23:59');
  await bo.page.getByRole('main').getByRole('button', { name: 'Save' }).click();
  await bo.page.reload();
  await expect(bo.page.getByLabel('Quiet to')).toHaveValue('23:59');
  await hours.click();
  await expect(hours).toHaveAttribute('aria-checked', 'false');
  await expect(bell(bo.page)).toHaveAccessibleName('Notices, nothing new');
});

test('a browser without a push service says so, and asks for nothing before it is pressed', async ({ someone }) => {
  const bo = await someone('responder', 'Bo Buckeye');
  await bo.page.goto('/settings/notifications');
  const asked = await bo.page.evaluate(() => Notification.permission);
  await bo.page.getByRole('button', { name: 'Use this browser' }).click();
  await expect(bo.page.getByRole('main').getByRole('alert')).toBeVisible();
  expect(asked).not.toBe('granted');
});

test('an administrator adds a hook, copies its secret, sends a test and finds it in the list', async ({ house, someone }) => {
  const ada = await someone('admin', 'Ada Admin');
  await ada.page.goto('/settings/hooks');
  await ada.page.getByRole('button', { name: 'New hook' }).click();
  const dialog = ada.page.getByRole('dialog', { name: 'New hook' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Operations');
  await dialog.getByRole('combobox', { name: 'Receiver' }).selectOption('standard');
  await dialog.getByRole('textbox', { name: 'Address' }).fill('https://program.example/hooks/a-secret-part');
  await axeClean(ada.page);
  await dialog.getByRole('button', { name: 'Add the hook' }).click();
  const once = ada.page.getByRole('dialog', { name: 'Secret of “Operations”' });
  await expect(once).toContainText('whsec_');
  await once.getByRole('button', { name: 'I have copied it' }).click();

  const row = ada.page.getByRole('region', { name: 'Operations' });
  await expect(row).not.toContainText('a-secret');
  await row.getByRole('button', { name: 'Send a test' }).click();
  const messages = row.getByRole('list', { name: 'Messages' });
  await expect(messages.getByRole('listitem').filter({ hasText: 'A test message' })).toHaveCount(1);
  const incident = await house.declare({ title: 'Orders answer 500' });
  await expect(messages.getByRole('listitem').filter({ hasText: `${incident} ` })).toContainText('declared');
  await axeClean(ada.page);

  await row.getByRole('button', { name: 'More for Operations' }).click();
  await ada.page.getByRole('menuitem', { name: 'Switch off' }).click();
  await expect(row).toContainText('switched off');
  await row.getByRole('button', { name: 'More for Operations' }).click();
  await ada.page.getByRole('menuitem', { name: 'Remove' }).click();
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Remove the hook' }).click();
  await expect(row).toHaveCount(0);
});
