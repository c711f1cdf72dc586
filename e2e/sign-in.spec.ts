import { PASSWORD } from './fixtures/house';
import { onSharedMachine } from './fixtures/pace';
import { expect, test } from './fixtures/test';
import { SignInPage } from './pages/sign-in-page';

const WRONG = 'The e-mail address or the password is not right. Check both and try again.';

test('whoever is not signed in is asked to, and then finds the page they came for', async ({ stranger, house }) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  const account = await house.account('responder', 'Bo');
  const { page } = await stranger();
  await page.goto(`/incidents/${incident}`);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await new SignInPage(page).signIn(account.email, PASSWORD);
  await expect(page.getByRole('heading', { name: /Orders answer 500/, level: 1 })).toBeVisible();
});

test('a wrong password and an unknown address get the same words', async ({ stranger, house }) => {
  const account = await house.account('responder', 'Bo');
  const { page } = await stranger({ mayHear: /status of 401/ });
  const signIn = new SignInPage(page);
  await signIn.open();
  await signIn.signIn(account.email, 'wrong');
  await expect(signIn.problem).toHaveText(WRONG);
  await signIn.open();
  await signIn.signIn('nobody@example.org', 'wrong');
  await expect(signIn.problem).toHaveText(WRONG);
});

test('too many wrong passwords have to wait, and the page says how long', async ({ stranger, house }) => {
  const account = await house.account('responder', 'Bo');
  const { page } = await stranger({ mayHear: /status of (401|429)/ });
  const signIn = new SignInPage(page);
  await signIn.open();
  for (let guess = 1; guess <= 8; guess += 1) {
    await signIn.signIn(account.email, `wrong ${guess}`);
    await expect(signIn.problem).toHaveText(WRONG);
  }
  await signIn.signIn(account.email, PASSWORD);
  await expect(signIn.problem).toContainText(/Too many wrong passwords. Wait \d+ min/);
});

test('an account that was switched off is told so', async ({ stranger, house }) => {
  const account = await house.account('responder', 'Bo');
  await house.call('PATCH', `/api/v1/members/${account.userId}`, { disabled: true });
  const { page } = await stranger({ mayHear: /status of 401/ });
  const signIn = new SignInPage(page);
  await signIn.open();
  await signIn.signIn(account.email, PASSWORD);
  await expect(signIn.problem).toContainText('switched off');
});

test('ending a session cuts an open room within two seconds, and what was unsent stays', async ({ someone, stranger, house }) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  const bo = await someone('responder', 'Bo');
  const elsewhere = await stranger({ mayHear: /status of 401/ });
  const signIn = new SignInPage(elsewhere.page);
  await signIn.open();
  await signIn.signIn(bo.account?.email ?? '', PASSWORD);
  await expect(elsewhere.page.getByRole('heading', { name: 'Incidents' })).toBeVisible();
  const room = await elsewhere.enter(incident);
  await room.write('a line before the end');
  await room.hasLine('a line before the end');

  await bo.page.goto('/settings/sessions');
  await bo.page.getByRole('button', { name: /^End the session of/ }).click();
  await expect(elsewhere.page.getByRole('heading', { name: 'You are signed out' })).toBeVisible({
    timeout: onSharedMachine(2000),
  });
  await expect(elsewhere.page.getByRole('main')).not.toContainText('a line before the end');
  await elsewhere.page.reload();
  await expect(elsewhere.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('[O5] signing out with something unsent asks first', async ({ someone, house }) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  const bo = await someone('responder', 'Bo');
  const room = await bo.enter(incident);
  await bo.context.route('**/api/v1/incidents/**', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await room.write('not sent yet');
  await bo.home.signOut();
  const asking = bo.page.getByRole('dialog', { name: 'Sign out with unsent work?' });
  await expect(asking).toContainText('One thing you wrote was not sent yet');
  await asking.getByRole('button', { name: 'Cancel' }).click();
  await bo.context.unroute('**/api/v1/incidents/**');
  await room.hasLine('not sent yet');
  await bo.home.signOut();
  await expect(bo.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});
