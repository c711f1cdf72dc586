import { furnish } from './fixtures/furnish';
import { expect, test, type Someone } from './fixtures/test';

const COMMANDS = '**/api/v1/incidents/*/commands';

test('what needs attention is edited, or sent again, and then is saved', async ({ someone, house }) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  const ana = await someone('responder', 'Ana', { mayHear: /status of 409/ });
  const room = await ana.enter(incident);
  const detail = 'Bo changed this a moment ago. Look at it and decide again.';
  const problem = { type: 'about:blank#conflict', title: 'Conflict', status: 409, code: 'conflict', detail };
  await ana.context.route(COMMANDS, (route) =>
    route.fulfill({ status: 409, contentType: 'application/problem+json', body: JSON.stringify(problem) }),
  );
  await room.write('the first line');
  await room.write('the second line');
  await expect(room.network).toContainText('2 need attention');
  await room.network.click();
  const panel = ana.page.getByRole('dialog', { name: 'Connection and what is not saved yet' });
  await expect(panel.getByText(detail)).toHaveCount(2);
  await ana.context.unroute(COMMANDS);
  const first = panel.getByRole('listitem').filter({ hasText: 'the first line' });
  await first.getByRole('button', { name: 'Edit' }).click();
  await panel.getByRole('textbox', { name: 'Change what is sent' }).fill('the first line, corrected');
  await panel.getByRole('button', { name: 'Send', exact: true }).click();
  await room.hasLine('the first line, corrected');
  await panel.getByRole('button', { name: 'Send again' }).click();
  await room.hasLine('the second line');
  await expect(panel).toContainText('Everything you wrote is saved');
});

test('whoever is shut out while looking sees why, nothing of the room, and where to go', async ({ someone, house }) => {
  const incident = await furnish(house);
  const vic = await someone('viewer', 'Vic', { mayHear: /status of 40[134]/ });
  const room = await vic.enter(incident);
  await expect(room.board).toBeVisible();
  await house.take(incident, 'incident.restrict', { isPrivate: true });
  await expect(vic.page.getByRole('heading', { name: 'This room is closed to you' })).toBeVisible();
  await expect(vic.page.locator('main')).not.toContainText('Postgres is overloaded');
  await vic.page.getByRole('main').getByRole('link', { name: 'All incidents' }).click();
  await expect(vic.page.getByRole('heading', { name: 'Incidents', level: 1 })).toBeVisible();
});

test('a session that ends while its room is open says so, and keeps what was not sent', async ({ someone, house }) => {
  const incident = await furnish(house);
  const ana = await someone('responder', 'Ana', { mayHear: /status of 401/ });
  const room = await ana.enter(incident);
  await ana.context.route(COMMANDS, (route) => route.abort('connectionfailed'));
  await room.write('not sent yet');
  await house.call('PATCH', `/api/v1/members/${ana.account?.userId}`, { disabled: true });
  await expect(ana.page.getByRole('heading', { name: 'You are signed out' })).toBeVisible({ timeout: 20_000 });
  await expect(ana.page.getByText('One thing that you wrote was not sent and is kept on this device.')).toBeVisible();
  await expect(ana.page.getByRole('link', { name: 'Sign in again' })).toBeVisible();
});

test('lines of an output that do not come say so, and come when asked again', async ({ someone, house }) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  const text = Array.from({ length: 6000 }, (_, index) => `line number ${index + 1} of many`).join('\n');
  await house.take(incident, 'evidence.add', { title: 'A long output', text });
  const ana = await someone('responder', 'Ana');
  const pieces = `**/incidents/${incident}/evidence/E1/*`;
  await ana.context.route(pieces, (route) => route.abort('connectionfailed'));
  await ana.page.goto(`/incidents/${incident}/evidence/E1#L4000`);
  const again = ana.page.getByRole('main').getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible();
  await ana.context.unroute(pieces);
  await again.click();
  await expect(ana.page.getByText('line number 4000 of many')).toBeVisible();
  await expect(again).toBeHidden();
});

test('a room stands when the network goes before all of it was fetched, and goes on where it was', async ({ someone, house }) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  const ana = await someone('responder', 'Ana', { mayHear: /ERR_INTERNET_DISCONNECTED|Failed to (load|fetch)/ });
  // What is fetched once the page is at rest is not fetched before the network goes.
  await ana.context.addInitScript(() => {
    const wait = window.setTimeout.bind(window);
    window.setTimeout = ((run: () => void, ms?: number) => wait(run, ms === 4000 ? 600_000 : ms)) as typeof window.setTimeout;
  });
  const room = await ana.enter(incident);
  await ana.context.setOffline(true);
  await room.board.getByRole('button', { name: 'Propose', exact: true }).first().click();
  await expect(ana.page.getByText('It opens as soon as the network is back')).toBeVisible();
  await room.write('written without a network');
  await expect(room.line('written without a network')).toBeVisible();
  await ana.context.setOffline(false);
  await expect(room.dialog('Propose a hypothesis')).toBeVisible({ timeout: 20_000 });
  await room.hasLine('written without a network');
});

type Watching = { moved: number };

/** Counts what moves for longer than a blink while a dialog, a menu and a toast come and go. */
async function movementIn(ana: Someone, incident: string): Promise<number> {
  await ana.context.addInitScript(() => {
    const watching = window as unknown as Watching;
    watching.moved = 0;
    const note = () => {
      const lengths = document.getAnimations().map(({ effect }) => Number(effect?.getComputedTiming().activeDuration ?? 0));
      watching.moved += lengths.filter((ms) => ms > 1).length;
    };
    for (const name of ['animationstart', 'transitionrun']) document.addEventListener(name, note, true);
  });
  const room = await ana.enter(incident);
  await ana.page.keyboard.press('ControlOrMeta+k');
  await expect(ana.page.getByRole('combobox', { name: 'What do you look for' })).toBeFocused();
  await ana.page.keyboard.press('Escape');
  await room.propose('Postgres is overloaded');
  await expect(room.card('H1')).toBeVisible();
  return ana.page.evaluate(() => (window as unknown as Watching).moved);
}

test('who asks for less motion sees none', async ({ someone, house }) => {
  const [first, second] = [await house.declare({ title: 'Orders answer 500' }), await house.declare({ title: 'Search is slow' })];
  expect(await movementIn(await someone('responder', 'Ana', { reducedMotion: 'no-preference' }), first)).toBeGreaterThan(0);
  expect(await movementIn(await someone('responder', 'Bo', { reducedMotion: 'reduce' }), second)).toBe(0);
});
