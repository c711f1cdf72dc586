import { onSharedMachine } from './fixtures/pace';
import { expect, test } from './fixtures/test';

test('a private incident does not exist for others, until they are let in, and again when they are not any more', async ({
  someone,
}) => {
  const ana = await someone('responder', 'Ana');
  const bo = await someone('responder', 'Bo', { mayHear: /status of 404/ });
  await ana.home.open();
  await ana.page.getByRole('checkbox', { name: /^Private/ }).check();
  const incident = await ana.home.declare('Customer keys leaked');
  const room = await ana.enter(incident);
  await expect(ana.page.getByRole('main')).toContainText('Private');

  await bo.home.open();
  await expect(bo.page.getByRole('main')).not.toContainText('Customer keys leaked');
  await bo.page.getByRole('searchbox', { name: 'Search incidents' }).fill('keys leaked');
  await expect(bo.page.getByRole('main')).not.toContainText(incident);
  await bo.page.goto(`/incidents/${incident}`);
  await expect(bo.page.getByRole('main')).toContainText('There is nothing at this address, or it is not for you.');
  await expect(bo.page.locator('body')).not.toContainText('Customer keys leaked');

  await room.side.getByRole('button', { name: 'Change' }).click();
  const access = room.dialog('Who sees this incident');
  await access.getByRole('combobox', { name: 'Let somebody in' }).selectOption(bo.account?.userId ?? '');
  // Drawn at once for Ana; Bo is let in when the server has taken it.
  const taken = ana.page.waitForResponse((answer) => answer.url().endsWith('/commands') && answer.ok());
  await access.getByRole('button', { name: 'Give access' }).click();
  await taken;
  await expect(access.getByRole('listitem').filter({ hasText: 'Bo' })).toBeVisible();
  await access.getByRole('button', { name: 'Done' }).click();
  // What is drawn at once counts for others once the server has it.
  await room.hasLine(/Ana .*Bo/);
  const seen = await bo.enter(incident);
  await room.write('only for those who are let in');
  await seen.hasLine('only for those who are let in');

  await room.side.getByRole('button', { name: 'Change' }).click();
  await access.getByRole('button', { name: 'Withdraw access from Bo' }).click();
  await expect(bo.page.getByRole('heading', { name: 'This room is closed to you' })).toBeVisible({
    timeout: onSharedMachine(2000),
  });
  await expect(bo.page.locator('body')).not.toContainText('only for those who are let in');
});
