import { startApp, type RunningApp } from './fixtures/app';
import { PASSWORD } from './fixtures/house';
import { expect, test } from './fixtures/test';
import { AccountPage } from './pages/account-page';
import { HomePage } from './pages/home-page';

let fresh: RunningApp;
test.beforeAll(async () => {
  fresh = await startApp();
});
test.afterAll(() => fresh.stop());

test('the first link makes the administrator, who invites somebody with a link that works once', async ({ stranger }) => {
  const ada = await stranger({ baseURL: fresh.url });
  expect(fresh.line).toContain(`${fresh.url}/setup?token=`);

  await ada.page.goto('/');
  await expect(ada.page.getByRole('heading', { name: 'Warroom is not set up yet' })).toBeVisible();
  await ada.page.goto(`/setup?token=${fresh.setupToken}`);
  await new AccountPage(ada.page).make('Make my account', { name: 'Ada', email: 'Ada@Example.org', password: PASSWORD });
  await expect(ada.page.getByRole('heading', { name: 'Incidents' })).toBeVisible();
  await ada.page.goto(`/setup?token=${fresh.setupToken}`);
  await expect(ada.page.getByRole('heading', { name: 'Warroom is already set up' })).toBeVisible();

  await ada.page.goto('/settings/invitations');
  await ada.page.getByRole('button', { name: 'Invite somebody' }).click();
  const asking = ada.page.getByRole('dialog', { name: 'Invite somebody' });
  await asking.getByRole('radio', { name: 'Viewer' }).click();
  await asking.getByRole('button', { name: 'Make the link' }).click();
  const shown = ada.page.getByRole('dialog', { name: 'Invitation as viewer' });
  const link = await shown.getByText(`${fresh.url}/invite/`).innerText();
  await shown.getByRole('button', { name: 'I have copied it' }).click();

  const vic = await stranger({ baseURL: fresh.url });
  await vic.page.goto(link);
  await expect(vic.page.getByRole('heading', { name: 'Ada invited you to Warroom' })).toBeVisible();
  await new AccountPage(vic.page).make('Join Warroom', { name: 'Vic', email: 'vic@example.org', password: PASSWORD });
  await expect(vic.page.getByRole('heading', { name: 'Incidents' })).toBeVisible();
  await expect(new HomePage(vic.page).title).toHaveCount(0);

  const late = await stranger({ baseURL: fresh.url });
  await late.page.goto(link);
  await expect(late.page.getByRole('heading', { name: 'This invitation does not work any more' })).toBeVisible();
  await ada.page.reload();
  await expect(ada.page.getByRole('main')).toContainText('Vic');
});

test('a weak password is refused in words, beside its field', async ({ stranger, house }) => {
  const { json } = await house.call<{ link: string }>('POST', '/api/v1/invitations', { role: 'responder' });
  const { page } = await stranger({ mayHear: /status of 400/ });
  await page.goto(json.link);
  const account = new AccountPage(page);
  await account.make('Join Warroom', { name: 'Bo', email: 'bo@example.org', password: 'aaaaaaaaaaaaaa' });
  const password = page.getByRole('textbox', { name: 'Password' });
  await expect(password).toHaveAttribute('aria-invalid', 'true');
  await expect(password).toHaveAccessibleDescription(/Choose another one; a few unrelated words do well/);
});
