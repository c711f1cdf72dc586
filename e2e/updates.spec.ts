import AxeBuilder from '@axe-core/playwright';
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { addComponent } from './fixtures/add-component';
import { expect, test, type Someone } from './fixtures/test';

// Several browsers each.
test.describe.configure({ timeout: 240_000 });

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Post an update' });
const textOf = (page: Page) => dialogOf(page).getByRole('textbox', { name: 'Text' });

/** Commands of somebody with a browser, as their own. */
const take = (who: Someone, incident: string, name: string, input: object) =>
  who.context.request
    .post(`/api/v1/incidents/${incident}/commands`, {
      data: { id: randomUUID(), name, input },
      headers: { origin: new URL(who.page.url()).origin },
    })
    .then((answer) => expect(answer.status(), `${name}: ${answer.status()}`).toBe(200));

test('two write one draft, and what they post reaches the public with a component', async ({ someone, app, house }) => {
  const component = await addComponent(app, 'Orders');
  const incident = await house.declare({ title: 'Redis on node-7 is killed', services: ['orders-internal'] });
  const [ana, bo] = [await someone('responder', 'Ana'), await someone('responder', 'Bo')];
  const [room, other] = [await ana.enter(incident), await bo.enter(incident)];

  await room.composer.fill('/update public');
  await room.composer.press('Enter');
  const form = dialogOf(ana.page);
  await expect(textOf(ana.page)).toHaveValue(/^We are looking into a problem that began at \d\d:\d\d UTC/);
  await expect(textOf(ana.page)).not.toHaveValue(/Redis|node-7|orders-internal/);
  await form.getByRole('textbox', { name: 'Title for the public' }).fill('Orders unavailable');
  await form.getByRole('combobox', { name: 'Add a component' }).selectOption(component);
  await form.getByRole('combobox', { name: 'State of Orders' }).selectOption('Major outage');
  await expect(textOf(ana.page)).toHaveValue(/problem with Orders that began/);

  await bo.page.keyboard.press('u');
  await dialogOf(bo.page).getByRole('radio', { name: 'Public' }).click();
  await expect(dialogOf(bo.page).getByRole('textbox', { name: 'Title for the public' })).toHaveValue('Orders unavailable');
  await expect(dialogOf(bo.page).getByRole('combobox', { name: 'State of Orders' })).toHaveValue('major_outage');

  await expect(form.getByText('from the facts')).toBeVisible();
  await textOf(ana.page).press('ControlOrMeta+Home');
  await textOf(ana.page).pressSequentially('We are sorry. ');
  await expect(textOf(bo.page)).toHaveValue(/^We are sorry\. We are looking into/);
  await textOf(bo.page).press('ControlOrMeta+End');
  await Promise.all([textOf(bo.page).pressSequentially(' Your orders are safe.'), textOf(ana.page).pressSequentially('Again. ')]);
  const both = /^We are sorry\. Again\. We are looking into[^]* Your orders are safe\.$/;
  await expect(textOf(ana.page)).toHaveValue(both);
  await expect(textOf(bo.page)).toHaveValue(both);

  await bo.page.reload();
  await other.isLive();
  await bo.page.keyboard.press('u');
  await dialogOf(bo.page).getByRole('radio', { name: 'Public' }).click();
  await expect(textOf(bo.page)).toHaveValue(both);

  const preview = form.getByRole('region', { name: 'Preview' });
  await expect(preview.getByRole('group', { name: 'Status page' })).toContainText(/Orders unavailable[^]*Investigating[^]*sorry/);
  await expect(preview.getByRole('group', { name: 'Room log' })).toContainText(/Ana posted U1 to the public, investigating/);
  await expect(preview).toContainText(/Mail.*not sent/);
  expect((await new AxeBuilder({ page: ana.page }).analyze()).violations).toEqual([]);

  await form.getByRole('button', { name: 'Post to public' }).click();
  await expect(form).toBeHidden();
  await room.hasLine(/posted U1 to the public, investigating.*Orders: major outage/);
  // Bo reads what was posted before going on, on a draft that is empty again.
  await expect(dialogOf(bo.page).getByRole('alert')).toContainText(/Ana posted U1 to public at .*since you began/);
  await expect(textOf(bo.page)).toHaveValue(/^We are looking into/);
  await expect(dialogOf(bo.page).getByRole('button', { name: 'Post to public' })).toBeDisabled();
  await bo.page.keyboard.press('Escape');
  await expect(other.side.getByRole('list', { name: 'Updates' })).toContainText(/U1.*Public.*Investigating.*Ana.*sorry/);
});

test('of two who publish at once one is told of the other, and loses nothing', async ({ someone, house }) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  const [ana, bo] = [await someone('responder', 'Ana'), await someone('responder', 'Bo', { mayHear: /status of 409/ })];
  await Promise.all([ana.enter(incident), bo.enter(incident)]);
  await bo.page.keyboard.press('u');
  const form = dialogOf(bo.page);
  await textOf(bo.page).fill('Bo has news of his own.');
  // What Ana posts gets to the server before Bo's, and to Bo's browser after.
  await bo.page.route(
    '**/commands',
    async (route) => {
      await take(ana, incident, 'update.post', { audience: 'stakeholders', text: 'Ana was faster.' });
      await route.continue();
    },
    { times: 1 },
  );
  await form.getByRole('button', { name: 'Post to stakeholders' }).click();
  await expect(form.getByRole('alert').filter({ hasText: 'Ana was faster.' })).toContainText('Ana posted U1 to stakeholders');
  await expect(textOf(bo.page)).toHaveValue('Bo has news of his own.');
  await form.getByRole('button', { name: 'Mine says something new' }).click();
  await form.getByRole('button', { name: 'Post to stakeholders' }).click();
  await expect(form).toBeHidden();
  await expect(bo.page.getByRole('list', { name: 'Updates' })).toContainText(/U2.*Bo has news of his own.*U1.*Ana was faster/);
});

test('a promise counts down for everybody, overdue it nudges who has the comms role, and a snooze says why', async ({
  someone,
  house,
}) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  const [ana, cy] = [await someone('responder', 'Ana'), await someone('responder', 'Cy')];
  const vi = await someone('viewer', 'Vi');
  const room = await ana.enter(incident);
  await Promise.all([cy.enter(incident), vi.enter(incident)]);
  await room.write('/take');
  await room.assignRole('Cy', 'Comms');
  await room.write('/promise 15m');
  const clock = (page: Page) => page.getByRole('timer');
  for (const { page } of [ana, cy, vi]) await expect(clock(page)).toHaveText(/next update in\s*1[45] min/);
  await expect(vi.page.getByRole('button', { name: 'Update', exact: true })).toHaveCount(0);

  await room.write('/promise 9m');
  await expect(clock(vi.page)).toHaveText(/next update in\s*8:\d\d/);

  await take(ana, incident, 'update.promise', { nextUpdateAt: new Date(Date.now() + 3000).toISOString() });
  await expect(clock(cy.page)).toHaveText(/update overdue/);
  await expect(clock(vi.page)).toHaveText(/update overdue/);
  const nudge = cy.page.getByText('The update promised to stakeholders is overdue.');
  await expect(nudge).toBeVisible();
  await expect(ana.page.getByText('The update promised to stakeholders is overdue.')).toHaveCount(0);
  await cy.page.getByRole('button', { name: 'Later', exact: true }).click();
  const later = cy.page.getByRole('dialog', { name: 'Move the next update to later' });
  await expect(later.getByRole('button', { name: 'Move it' })).toBeDisabled();
  await later.getByRole('textbox', { name: 'Why it comes later' }).fill('the rollback still runs');
  await later.getByRole('button', { name: 'Move it' }).click();
  await expect(later).toBeHidden();
  await expect(nudge).toHaveCount(0);
  await room.hasLine(/moved the next update from .* to .*: the rollback still runs/);
  await expect(clock(vi.page)).toHaveText(/next update in\s*1\d min/);
});

test('an update is corrected, backdated and redacted, and keeps what it said before', async ({ someone, house }) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  const [ana, vi] = [await someone('responder', 'Ana'), await someone('viewer', 'Vi')];
  const room = await ana.enter(incident);
  await vi.enter(incident);
  await room.write('/update stakeholders identified We found it in Ordres.');
  const row = room.side.getByRole('listitem').filter({ hasText: 'U1' });
  await row.getByRole('button', { name: 'More for U1' }).click();
  await ana.page.getByRole('menuitem', { name: 'Correct …' }).click();
  const correct = ana.page.getByRole('dialog', { name: 'Correct U1' });
  await correct.getByRole('textbox', { name: 'Text' }).fill('We found it in Orders.');
  await correct.getByRole('textbox', { name: 'Given at' }).fill('later today');
  await expect(correct.getByRole('button', { name: 'Correct', exact: true })).toBeDisabled();
  await correct.getByRole('textbox', { name: 'Given at' }).fill('00:01');
  await correct.getByRole('textbox', { name: 'Why' }).fill('a slip');
  await correct.getByRole('button', { name: 'Correct', exact: true }).click();
  await expect(correct).toBeHidden();
  const seen = vi.page.getByRole('complementary', { name: 'Context' }).getByRole('listitem').filter({ hasText: 'U1' });
  await expect(seen).toContainText('We found it in Orders.');
  await expect(seen).toContainText('00:01');
  await seen.getByText('edited, what it said before').click();
  await expect(seen).toContainText(/We found it in Ordres\.[^]*until Ana corrected it[^]*a slip/);
  await expect(seen.getByRole('button', { name: 'More for U1' })).toHaveCount(0);

  await row.getByRole('button', { name: 'More for U1' }).click();
  await ana.page.getByRole('menuitem', { name: 'Redact …' }).click();
  const redact = ana.page.getByRole('dialog', { name: 'Redact U1' });
  await redact.getByRole('textbox', { name: 'Why it has to go' }).fill('it named a customer');
  await redact.getByRole('button', { name: 'Redact' }).click();
  await expect(seen).toContainText('Redacted by Ana: it named a customer');
  await expect(vi.page.locator('body')).not.toContainText('We found it in Ord');
});

test('the postmortem is linked once the public reads resolved, shows on the status page, and is taken back', async ({
  someone,
  stranger,
  house,
}) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  const ana = await someone('responder', 'Ana');
  const { page: outside } = await stranger();
  const room = await ana.enter(incident);
  const say = (phase: string, text: string) =>
    take(ana, incident, 'update.post', { audience: 'public', phase, title: `Orders ${incident}`, text });
  await say('monitoring', 'It gets better.');
  const offer = room.side.getByRole('button', { name: 'Link the postmortem …' });
  await expect(room.side.getByRole('list', { name: 'Updates' })).toContainText('It gets better.');
  await expect(offer).toHaveCount(0);
  await room.composer.fill('/postmortem https://acme.example/pm/7');
  await room.composer.press('Enter');
  await expect(ana.page.getByText(/still reads “monitoring”\. Post a public update/)).toBeVisible();
  await room.composer.fill('');

  await say('resolved', 'It is over.');
  await offer.click();
  const form = ana.page.getByRole('dialog', { name: 'Link the postmortem' });
  const address = form.getByRole('textbox', { name: 'Address of the postmortem' });
  await expect(form.getByRole('button', { name: 'Link it' })).toBeDisabled();
  await address.fill('http://wiki/postmortem');
  await form.getByRole('button', { name: 'Link it' }).click();
  await expect(form.getByRole('alert')).toContainText('Nobody outside could open it');
  await address.fill('https://acme.example/pm/7');
  expect((await new AxeBuilder({ page: ana.page }).analyze()).violations).toEqual([]);
  await form.getByRole('button', { name: 'Link it' }).click();
  await expect(form).toBeHidden();
  await room.hasLine(/published the postmortem: https:\/\/acme\.example\/pm\/7/);
  await expect(room.side.getByRole('link', { name: 'acme.example/pm/7' })).toHaveAttribute('href', 'https://acme.example/pm/7');

  const link = outside.getByRole('main').getByRole('link', { name: 'Postmortem' });
  await expect(async () => {
    await outside.goto('/status/');
    await outside.getByRole('link', { name: `Orders ${incident}` }).click({ timeout: 1000 });
    await expect(outside).toHaveURL(/\/status\/incidents\//);
    await expect(link).toHaveAttribute('href', 'https://acme.example/pm/7', { timeout: 200 });
  }).toPass({ timeout: 10_000, intervals: [200] });
  await ana.page.goto(`/incidents/${incident}/brief`);
  await expect(ana.page.getByRole('link', { name: 'acme.example/pm/7' })).toBeVisible();

  await room.open(incident);
  await room.write('/postmortem none');
  await room.hasLine(/took the link to the postmortem back/);
  await expect(offer).toBeVisible();
  await expect(async () => {
    await outside.reload();
    await expect(outside.getByText('It is over.')).toBeVisible();
    await expect(link).toHaveCount(0, { timeout: 200 });
  }).toPass({ timeout: 10_000, intervals: [200] });
});

test('a private incident says why nothing of it is public, and a published one what restricting it does', async ({
  someone,
  house,
}) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  const ana = await someone('responder', 'Ana');
  const room = await ana.enter(incident);
  await take(ana, incident, 'update.post', {
    audience: 'public',
    phase: 'investigating',
    title: 'Orders',
    text: 'We look into it.',
  });
  await room.side.getByRole('button', { name: 'Change' }).click();
  const access = room.dialog('Who sees this incident');
  await expect(access).toContainText('One update of it is on the status page.');
  await access.getByRole('button', { name: 'Make it private' }).click();
  await access.getByRole('button', { name: 'Done' }).click();
  await ana.page.keyboard.press('u');
  const form = dialogOf(ana.page);
  await form.getByRole('radio', { name: 'Public' }).click();
  await expect(form).toContainText('This incident is private: nothing of it goes to the public.');
  await expect(form.getByRole('button', { name: 'Post to public' })).toBeDisabled();
  await form.getByRole('button', { name: 'Who sees it' }).click();
  await expect(access).toBeVisible();
});

test('a draft goes on without a network, and is there after a reload', async ({ someone, house }) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  const ana = await someone('responder', 'Ana', { mayHear: /ERR_INTERNET_DISCONNECTED|WebSocket/ });
  const room = await ana.enter(incident);
  await ana.page.keyboard.press('u');
  await expect(dialogOf(ana.page).getByText('from the facts')).toBeVisible();
  await ana.context.setOffline(true);
  await expect(dialogOf(ana.page).getByText('on this device only')).toBeVisible({ timeout: 20_000 });
  await textOf(ana.page).fill('Written in a tunnel.');
  await ana.page.keyboard.press('Escape');
  await ana.context.setOffline(false);
  await ana.page.reload();
  await room.isLive();
  await ana.page.keyboard.press('u');
  await expect(textOf(ana.page)).toHaveValue('Written in a tunnel.');
  await expect(dialogOf(ana.page).getByText('shared as you type')).toBeVisible();
});
