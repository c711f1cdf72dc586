import { randomUUID } from 'node:crypto';
import { recorded } from './recordings/recorded';
import { expect, test } from './fixtures/test';
import { choosePerson } from './pages/room-page';

const MINUTE_MS = 60_000;

test('a hypothesis is given away by dragging, either way round, and everybody sees it', async ({ someone, house }) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  await house.take(incident, 'hypothesis.propose', { statement: 'Redis is out of memory' });
  const ana = await someone('admin', 'Ana Duarte');
  const bo = await someone('responder', 'Bo Ek');
  const [room, watching] = [await ana.enter(incident), await bo.enter(incident)];
  const here = ana.page.locator('[draggable="true"]');
  const person = (name: string) => room.side.getByRole('listitem').and(here).filter({ hasText: name });

  await person('Bo Ek').dragTo(room.card('H1'));
  await expect(watching.card('H1')).toContainText('Bo Ek');
  await room.card('H1').getByText('H1', { exact: true }).dragTo(person('Ana Duarte'));
  await expect(watching.card('H1')).toContainText('Ana Duarte');
  await expect(watching.card('H1')).not.toContainText('Bo Ek');

  // The same from the menu, as from the key.
  await room.act('H1', 'Assign …');
  await choosePerson(room.card('H1').getByRole('combobox', { name: 'To whom' }), 'Bo Ek');
  await room.card('H1').getByRole('button', { name: 'Assign', exact: true }).click();
  await expect(watching.card('H1')).toContainText('Bo Ek');
});

test('two people at one card see what the other is about to do', async ({ someone, house }) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  await house.take(incident, 'hypothesis.propose', { statement: 'Redis is out of memory' });
  const [ana, bo] = [await someone('responder', 'Ana Duarte'), await someone('responder', 'Bo Ek')];
  const [room, other] = [await ana.enter(incident), await bo.enter(incident)];
  await room.act('H1', 'Confirm');
  await expect(other.card('H1')).toContainText('Ana Duarte is confirming this');
  await other.act('H1', 'Reject');
  await expect(room.card('H1')).toContainText('Bo Ek is rejecting this');
  await ana.page.keyboard.press('Escape');
  await expect(other.card('H1')).not.toContainText('is confirming');
  await expect(other.card('H1')).toContainText('Looked at by Ana Duarte');
});

test('what was ruled out is one line with what did it, and opens where it stands', async ({ someone, house }) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  await house.take(incident, 'hypothesis.propose', {
    statement: 'Postgres is overloaded',
    refutation: 'It answers in milliseconds',
  });
  await house.take(incident, 'evidence.add', { text: recorded('explain-analyze.txt'), hypothesis: 'H1', value: -2 });
  await house.take(incident, 'hypothesis.reject', { hypothesis: 'H1' });
  const ana = await someone('responder', 'Ana Duarte');
  const room = await ana.enter(incident);
  await expect(room.card('H1')).toContainText(/Postgres is overloaded\s*E1 rules it out/);
  await expect(room.card('H1')).not.toContainText('It answers in milliseconds');
  await room.card('H1').getByText('Postgres is overloaded').click();
  await expect(room.card('H1')).toContainText('It answers in milliseconds');
  await room.act('H1', 'Reopen');
  await room.card('H1').getByRole('textbox', { name: 'Why it is open again' }).fill('a second replica is slow');
  await room.card('H1').getByRole('button', { name: 'Reopen', exact: true }).click();
  await expect(room.card('H1')).toHaveAccessibleName(/^H1, open/);
});

test('a time-box that ran out asks its owner what was found', async ({ someone, house }) => {
  const incident = await house.declare({
    title: 'Orders answer 500',
    startedAt: new Date(Date.now() - 60 * MINUTE_MS).toISOString(),
  });
  await house.take(incident, 'hypothesis.propose', { statement: 'Redis is out of memory' });
  const [ana, bo] = [await someone('responder', 'Ana Duarte'), await someone('responder', 'Bo Ek')];
  await house.take(incident, 'hypothesis.assign', { hypothesis: 'H1', userId: ana.account?.userId });
  const started = { id: randomUUID(), name: 'hypothesis.start-test', input: { hypothesis: 'H1', minutes: 5 } };
  const at = new Date(Date.now() - 10 * MINUTE_MS).toISOString();
  await house.call('POST', `/api/v1/incidents/${incident}/commands`, { ...started, at });
  const [room, watching] = [await ana.enter(incident), await bo.enter(incident)];
  const asked = room.card('H1').getByRole('status');
  await expect(asked).toHaveText('Your time is up. What did you find?');
  await expect(watching.card('H1')).toContainText('Time is up for Ana Duarte.');
  for (const name of ['Confirm', 'Reject', 'More time'])
    await expect(room.card('H1').getByRole('button', { name })).toBeVisible();
  await room.card('H1').getByRole('button', { name: 'More time' }).click();
  await room.card('H1').getByRole('button', { name: '15 min' }).click();
  await expect(asked).toHaveCount(0);
  await expect(watching.card('H1')).toContainText('14 min left');
});

test('the tree marks the way down to the root cause', async ({ someone, house }) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  const steps: [string, object][] = [
    ['hypothesis.propose', { statement: 'Redis is out of memory' }],
    ['hypothesis.propose', { statement: 'Keys have no expiry', parent: 'H1' }],
    ['hypothesis.propose', { statement: 'A replica is stuck', parent: 'H1' }],
    ['hypothesis.confirm', { hypothesis: 'H1', because: 'seen' }],
    ['hypothesis.confirm', { hypothesis: 'H2', because: 'seen' }],
    ['hypothesis.confirm', { hypothesis: 'H3', because: 'seen' }],
    ['cause.declare', { hypothesis: 'H2', why: 'nobody set one' }],
  ];
  for (const [name, input] of steps) await house.take(incident, name, input);
  const ana = await someone('viewer', 'Ana Duarte');
  const room = await ana.enter(incident);
  await ana.page.keyboard.press('g');
  await ana.page.keyboard.press('t');
  const marked = room.board.getByRole('listitem').filter({ hasText: 'On the way to the root cause' });
  await expect(marked.getByRole('article')).toHaveCount(2);
  await expect(marked.nth(0).getByRole('article')).toHaveAccessibleName(/^H1, /);
  await expect(marked.nth(1).getByRole('article')).toHaveAccessibleName(/^H2, /);
});
