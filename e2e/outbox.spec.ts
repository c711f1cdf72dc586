import type { BrowserContext } from '@playwright/test';
import { expect, test } from './fixtures/test';

const COMMANDS = '**/api/v1/incidents/*/commands';

/** Lets no command through; what is asked otherwise works. */
const holdCommands = (context: BrowserContext) => context.route(COMMANDS, (route) => route.abort('connectionfailed'));

const LINES = ['first', 'second', 'third', 'fourth', 'fifth'].map((word) => `the ${word} line`);

test('[O1] a full outbox survives a reload, is drawn at once, and is sent once and in order', async ({ someone, house }) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  const ana = await someone('responder', 'Ana');
  const room = await ana.enter(incident);
  await holdCommands(ana.context);
  for (const line of LINES) await room.write(line);
  await ana.page.reload();
  for (const line of LINES) {
    await expect(room.line(line)).toBeVisible();
    await expect(room.line(line).getByLabel('Not saved yet')).toBeVisible();
  }
  await ana.context.unroute(COMMANDS);
  for (const line of LINES) await room.hasLine(line);
  const { json } = await house.call<{ events: { type: string; data: { text: string } }[] }>(
    'GET',
    `/api/v1/incidents/${incident}/events`,
  );
  expect(json.events.filter(({ type }) => type === 'log.written').map(({ data }) => data.text)).toEqual(LINES);
});

test('[O2] two tabs share one outbox: each command is sent by one of them, once', async ({ someone, house }) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  const ana = await someone('responder', 'Ana');
  const first = await ana.enter(incident);
  const page = await ana.context.newPage();
  const second = first.on(page);
  await second.open(incident);
  await holdCommands(ana.context);
  await first.write('from the first tab');
  await second.write('from the second tab');
  for (const room of [first, second]) {
    await expect(room.line('from the first tab')).toBeVisible();
    await expect(room.line('from the second tab')).toBeVisible();
  }

  const sent: string[] = [];
  ana.context.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/commands'))
      sent.push((request.postDataJSON() as { id: string }).id);
  });
  await ana.context.unroute(COMMANDS);
  for (const room of [first, second]) {
    await room.hasLine('from the first tab');
    await room.hasLine('from the second tab');
    await expect(room.line(/from the (first|second) tab/)).toHaveCount(2);
  }
  expect(new Set(sent).size).toBe(sent.length);
  expect(sent).toHaveLength(2);
});

test('[O2] what the server refuses is set aside with the reason, and the rest goes on', async ({ someone, house }) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  await house.take(incident, 'hypothesis.propose', { statement: 'Redis is out of memory' });
  const ana = await someone('responder', 'Ana', { mayHear: /status of 409/ });
  const room = await ana.enter(incident);
  await ana.context.setOffline(true);
  await expect(room.network).toContainText('Offline');
  await room.act('H1', 'Claim');
  await room.write('written after claiming');
  await house.take(incident, 'hypothesis.reject', { hypothesis: 'H1', because: 'memory is fine' });
  await ana.context.setOffline(false);
  await room.hasLine('written after claiming');
  await expect(room.network).toContainText('1 needs attention');
  await room.network.click();
  const panel = ana.page.getByRole('dialog', { name: 'Connection and what is not saved yet' });
  await expect(panel).toContainText(/H1 was rejected by Ada Admin/);
  await panel.getByRole('button', { name: 'Discard' }).click();
  await expect(room.network).toContainText('Live');
});
