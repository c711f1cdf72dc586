import { statuspageIncidents, statuspageMaintenance, statuspageSummary } from '@/lib/ingest/testing/statuspage-export';
import { expect, test } from './fixtures/test';
import type { House } from './fixtures/house';
import { StatusSettingsPage } from './pages/status-settings-page';

// What stands on the page is part of these tests: no other file writes to it.
test.use({ serverOf: 'status-settings' });

type List = {
  components: { id: string; name: string; groupId: string | null; state: string }[];
  groups: { id: string; name: string }[];
};

const saved = async (house: House) => (await house.call<List>('GET', '/api/v1/status/components')).json;

/** The page as it was before anybody kept it. */
async function emptied(house: House): Promise<void> {
  const { components, groups } = await saved(house);
  for (const { id } of components) await house.call('DELETE', `/api/v1/status/components/${id}`);
  for (const { id } of groups) await house.call('DELETE', `/api/v1/status/groups/${id}`);
}

async function filled(house: House): Promise<void> {
  await emptied(house);
  const { json: shop } = await house.call<{ id: string }>('POST', '/api/v1/status/groups', { name: 'Shop' });
  for (const name of ['Cart', 'Search']) await house.call('POST', '/api/v1/status/components', { name, groupId: shop.id });
  await house.call('POST', '/api/v1/status/components', { name: 'Mail' });
}

test('an administrator makes groups and components with the keyboard, and orders them with it', async ({ someone, house }) => {
  await emptied(house);
  const { page } = await someone('admin', 'Ana Duarte');
  const settings = new StatusSettingsPage(page);
  await settings.open('components', 'Components');
  await page.getByRole('button', { name: 'Add the first component' }).press('Enter');
  await settings.add(['Website', 'API', 'Mail']);
  await page.getByRole('button', { name: 'Add a group' }).press('Enter');
  await page.getByRole('textbox', { name: 'Name of the group' }).fill('Shop');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Add a component to Shop' }).press('Enter');
  await settings.add(['Cart']);
  await settings.expectOrder('Without a group', ['Website', 'API', 'Mail']);

  await settings.handle('API').focus();
  await page.keyboard.press('ArrowUp');
  await settings.expectOrder('Without a group', ['API', 'Website', 'Mail']);
  await settings.handle('Mail').focus();
  await page.keyboard.press('ArrowDown');
  await settings.expectOrder('Shop', ['Mail', 'Cart']);
  await settings.choose('More about Website', 'Shop');
  await settings.expectOrder('Shop', ['Mail', 'Cart', 'Website']);
  await settings.choose('More about Website', 'Move up');
  await settings.expectOrder('Shop', ['Mail', 'Website', 'Cart']);
  await page.reload();
  await settings.expectOrder('Without a group', ['API']);
  await settings.expectOrder('Shop', ['Mail', 'Website', 'Cart']);

  await page.getByTitle('Edit Cart').click();
  await page.getByRole('textbox', { name: 'What it is' }).fill('Holds what people buy');
  await page.getByRole('checkbox', { name: 'Everybody sees it' }).uncheck();
  await page.keyboard.press('Enter');
  await expect(settings.row('Cart')).toContainText('staff only');
  await expect(settings.row('Cart')).toContainText('Holds what people buy');
});

test('drags components into order and from group to group, and groups too', async ({ someone, house }) => {
  await filled(house);
  await house.call('POST', '/api/v1/status/groups', { name: 'Inside' });
  const { page } = await someone('admin', 'Ana Duarte');
  const settings = new StatusSettingsPage(page);
  await settings.open('components', 'Components');
  await settings.handle('Search').dragTo(settings.row('Cart'), { targetPosition: { x: 200, y: 4 } });
  await settings.expectOrder('Shop', ['Search', 'Cart']);
  await settings.handle('Mail').dragTo(settings.row('Cart'), { targetPosition: { x: 200, y: 4 } });
  await settings.expectOrder('Shop', ['Search', 'Mail', 'Cart']);
  await settings.handle('Cart').dragTo(page.getByRole('heading', { name: 'Inside', level: 2 }));
  await settings.expectOrder('Inside', ['Cart']);
  await settings
    .handle('the group Inside')
    .dragTo(page.getByRole('heading', { name: 'Shop', level: 2 }), { targetPosition: { x: 60, y: 2 } });
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Inside', 'Shop']);
  await expect.poll(async () => (await saved(house)).groups.map(({ name }) => name)).toEqual(['Inside', 'Shop']);
});

test('two who drag at once both see what came of it', async ({ someone, house }) => {
  await filled(house);
  const [ana, bo] = [await someone('admin', 'Ana Duarte'), await someone('admin', 'Bo Ek', { mayHear: /409/ })];
  const [hers, his] = [new StatusSettingsPage(ana.page), new StatusSettingsPage(bo.page)];
  await hers.open('components', 'Components');
  await his.open('components', 'Components');
  await hers.handle('Cart').dragTo(hers.row('Mail'), { targetPosition: { x: 200, y: 4 } });
  await hers.expectOrder('Without a group', ['Cart', 'Mail']);
  // His page still shows Cart in the shop: what he asks for is no longer there.
  await his.handle('Search').dragTo(his.row('Cart'), { targetPosition: { x: 200, y: 4 } });
  await expect(bo.page.getByText('Somebody moved or removed the one it was put before')).toBeVisible();
  await his.expectOrder('Without a group', ['Cart', 'Mail']);
  await his.expectOrder('Shop', ['Search']);
});

test('sets a state, says that it was so earlier, and removes a component that an incident names', async ({ someone, house }) => {
  await filled(house);
  const mail = (await saved(house)).components.find(({ name }) => name === 'Mail');
  const incident = await house.declare({ title: 'Mail is stuck' });
  await house.take(incident, 'update.post', {
    ...{ audience: 'stakeholders', text: 'Mail is late.' },
    components: [{ componentId: mail?.id, state: 'degraded_performance' }],
  });
  const { page } = await someone('admin', 'Ana Duarte');
  const settings = new StatusSettingsPage(page);
  await settings.open('components', 'Components');
  await settings.choose('State of Cart: Operational', 'Major outage');
  await expect(page.getByRole('button', { name: 'State of Cart: Major outage' })).toBeVisible();
  await settings.choose('State of Cart: Major outage', 'Since an earlier time …');
  await page.getByRole('combobox', { name: 'State' }).selectOption({ label: 'Partial outage' });
  await page.getByLabel('Since', { exact: true }).fill('2026-01-02T03:04');
  await expect(page.getByRole('dialog').getByText(/UTC$/)).toContainText('2026');
  await page.getByRole('button', { name: 'Set it' }).click();
  await expect(page.getByText('Something else was said later: Cart is major outage now.')).toBeVisible();

  await settings.choose('More about Mail', 'Remove …');
  await expect(page.getByRole('dialog')).toContainText(`${incident} is running and names it.`);
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(settings.row('Mail')).toBeHidden();
  await settings.choose('More about the group Shop', 'Remove …');
  await page.getByRole('button', { name: 'Remove the group' }).click();
  await settings.expectOrder('Without a group', ['Cart', 'Search']);
});

test('a responder plans a maintenance, says how it goes, pins a notice, and may change no component', async ({
  someone,
  house,
}) => {
  await filled(house);
  const { page } = await someone('responder', 'Rae Ito', { mayHear: /400/ });
  const settings = new StatusSettingsPage(page);
  await settings.open('maintenance', 'Maintenance');
  await page.getByRole('button', { name: 'Plan a maintenance' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Move the database');
  await page.getByRole('textbox', { name: 'What people will notice' }).fill('A short break.');
  await page.getByRole('checkbox', { name: 'Cart' }).check();
  await page.getByLabel('Begins').fill('2030-01-02T10:00');
  await page.getByLabel('Ends').fill('2030-01-02T09:00');
  await page.getByRole('button', { name: 'Plan it' }).click();
  await expect(page.getByText('It must end after it begins.')).toBeVisible();
  await page.getByLabel('Ends').fill('2030-01-02T11:30');
  await page.getByRole('button', { name: 'Plan it' }).click();
  const planned = page.getByRole('article', { name: 'Move the database' });
  await expect(planned).toContainText('1 h 30 min');
  await expect(planned).toContainText('Cart');
  await planned.getByRole('button', { name: 'Say how Move the database goes' }).click();
  await planned.getByRole('textbox', { name: 'What to say' }).fill('We begin early.');
  await planned.getByRole('button', { name: 'Say it' }).click();
  await expect(planned).toContainText('In progress. We begin early.');
  await planned.getByRole('button', { name: 'Correct “We begin early.”' }).click();
  await planned.getByRole('textbox', { name: 'Corrected words' }).fill('We began early.');
  await planned.getByRole('button', { name: 'Save' }).click();
  await expect(planned).toContainText('We began early. edited');

  await settings.open('components', 'Components');
  await expect(page.getByRole('button', { name: 'State of Cart: Under maintenance' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add a component' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'More about Cart' })).toBeHidden();
  await expect(settings.handle('Cart')).toBeHidden();
  await settings.choose('State of Search: Operational', 'Degraded performance');
  await expect(page.getByRole('button', { name: 'State of Search: Degraded performance' })).toBeVisible();

  await settings.open('notices', 'Notices');
  await page.getByRole('button', { name: 'Pin a notice' }).click();
  await page.getByRole('textbox', { name: 'Notice' }).fill('We answer mail tomorrow.');
  await page.getByRole('button', { name: 'Pin it' }).click();
  await expect(page.getByText('pinned', { exact: true })).toBeVisible();
  await settings.choose('More about “We answer mail tomorrow.”', 'End it now');
  await expect(page.getByText('ended', { exact: true })).toBeVisible();
  await settings.open('imports', 'Imports');
  await expect(page.getByText('Only administrators change what the status page is made of.')).toBeVisible();
});

test('brings the history of a Statuspage in after a look at it', async ({ someone, house }) => {
  await emptied(house);
  const { page } = await someone('admin', 'Ana Duarte', { mayHear: /400/ });
  const settings = new StatusSettingsPage(page);
  await settings.open('imports', 'Imports');
  const file = (name: string, content: unknown) => ({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(content)),
  });
  const choose = (files: ReturnType<typeof file>[]) => page.getByLabel('Files').setInputFiles(files);
  await choose([file('some.json', { nothing: 'known' })]);
  await page.getByRole('button', { name: 'See what would come in' }).click();
  await expect(page.getByText('Nothing in it could be read.')).toBeVisible();
  await choose([
    file('summary.json', statuspageSummary),
    file('incidents.json', statuspageIncidents),
    file('scheduled-maintenances.json', statuspageMaintenance),
  ]);
  await page.getByRole('button', { name: 'See what would come in' }).click();
  const report = page.getByRole('region', { name: 'What would come in' });
  await expect(report.getByRole('row', { name: 'Components' })).toHaveText('Components300');
  await expect(report).toContainText('REST API, Webhooks, Shop');
  expect((await saved(house)).components).toEqual([]);
  await page.getByRole('button', { name: 'Bring it in' }).click();
  await expect(page.getByText('It is in. The page is written anew.')).toBeVisible();
  await page.getByRole('button', { name: 'See what would come in' }).click();
  await expect(page.getByText('All of it is here already.')).toBeVisible();
  await settings.open('components', 'Components');
  await settings.expectOrder('APIs', ['REST API', 'Webhooks']);
});

test('a viewer sees nothing of how the page is kept', async ({ someone }) => {
  const { page } = await someone('viewer', 'Vic Moe');
  const settings = new StatusSettingsPage(page);
  await settings.open('components', 'Components');
  await expect(page.getByText('Responders and administrators keep the status page.')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Settings' })).not.toContainText('Maintenance');
  await settings.open('maintenance', 'Maintenance');
  await expect(page.getByText('Responders and administrators keep the status page.')).toBeVisible();
});

test('an administrator says what the page says of itself', async ({ someone, house }) => {
  const { page } = await someone('admin', 'Ana Duarte', { mayHear: /400/ });
  const settings = new StatusSettingsPage(page);
  await settings.open('page', 'About the page');
  await page.getByRole('textbox', { name: 'Name' }).fill('Acme status');
  await page.getByRole('textbox', { name: 'Address of the product' }).fill('acme');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Give a web address such as https://example.org.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Address of the product' }).fill('https://acme.example');
  await page.getByRole('radio', { name: 'Behind sign-in' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. The page is written anew.')).toBeVisible();
  const { json } = await house.call('GET', '/api/v1/status/page');
  expect(json).toMatchObject({ name: 'Acme status', url: 'https://acme.example', visibility: 'private' });
});
