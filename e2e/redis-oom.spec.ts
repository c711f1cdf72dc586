import { middleOf, onSharedMachine } from './fixtures/pace';
import { expect, test, type Someone } from './fixtures/test';
import { choosePerson, type RoomPage } from './pages/room-page';
import { logged, recorded, recordedFile } from './recordings/recorded';

const [POSTGRES = '', REDIS = ''] = logged('Hypothesis');
const [FIX = ''] = logged('Action');

const PROMISED_MS = 1000;
const soon = { timeout: onSharedMachine(PROMISED_MS) };

/** What the server has is on the other screen within a second. */
async function sees(viewer: RoomPage, acting: RoomPage, line: string | RegExp, tookMs: number[]): Promise<void> {
  await acting.hasLine(line);
  const beganMs = Date.now();
  await viewer.hasLine(line, soon);
  tookMs.push(Date.now() - beganMs);
}

/** Nothing is offered that would change anything, and the server takes nothing either. */
async function canChangeNothing({ page }: Someone, room: RoomPage, incident: string): Promise<void> {
  await expect(room.composer).toHaveCount(0);
  const offers =
    /^(Propose|Claim|Assign|Start test|Confirm|Reject|Reopen|Attach|Send|Add|Take|Declare|Weigh|Finish|Pin|Redact|Release)/;
  await expect(page.getByRole('main').getByRole('button', { name: offers })).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('button', { name: /, change$/ })).toHaveCount(0);
  for (const ref of ['H1', 'H2']) expect(await room.offers(ref)).toEqual(['Copy link']);
  for (const [path, data] of [
    ['log', { text: 'a viewer writes' }],
    ['hypotheses/H1/reopen', { because: 'a viewer reopens' }],
    ['status', { status: 'closed', because: 'a viewer closes' }],
    ['command/take', { because: 'a viewer takes command' }],
  ] as const) {
    const { status, code } = await page.evaluate(
      async ([url, body]) => {
        const answer = await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
        return { status: answer.status, code: (await answer.json()).code };
      },
      [`/api/v1/incidents/${incident}/${path}`, JSON.stringify(data)] as const,
    );
    expect({ status, code }).toEqual({ status: 403, code: 'forbidden' });
  }
}

test('a recorded outage is run by three people at once, and nothing is lost when one of them loses the network', async ({
  someone,
}) => {
  test.slow();
  const ana = await someone('responder', 'Ana Duarte');
  const jon = await someone('responder', 'Jon Lindqvist');
  const mia = await someone('viewer', 'Mia Manager', { mayHear: /status of 403/ });
  const tookMs: number[] = [];

  // The commander declares, takes command, and assigns.
  await ana.home.open();
  const incident = await ana.home.declare('Orders API answers 500: Redis is gone');
  const [commander, responder, viewer] = [await ana.enter(incident), await jon.enter(incident), await mia.enter(incident)];
  await ana.page.getByRole('button', { name: 'Take command' }).click();
  await sees(viewer, commander, 'took command', tookMs);
  await expect(jon.page.getByRole('button', { name: 'Incident commander Ana Duarte, change' })).toBeVisible(soon);
  await commander.assignRole('Jon Lindqvist', 'Responder');
  await sees(viewer, commander, /Jon Lindqvist.*responder/i, tookMs);
  await expect(viewer.side).toContainText('Jon Lindqvist');

  // The responder proposes what the log proposed; the commander gives both to him.
  await responder.propose(POSTGRES, { 'We drop it if': 'Postgres answers and the orders query takes milliseconds' });
  await sees(viewer, responder, POSTGRES, tookMs);
  await responder.propose(REDIS, {
    'If true, we will see': 'used memory climbs right after the deploy, and the kernel names redis-server',
  });
  await sees(viewer, responder, 'keep full order history in the cache', tookMs);
  await expect(viewer.card('H2')).toBeVisible();
  for (const ref of ['H1', 'H2']) {
    await commander.act(ref, 'Assign …');
    await choosePerson(commander.card(ref).getByRole('combobox', { name: 'To whom' }), 'Jon Lindqvist');
    await commander.card(ref).getByRole('button', { name: 'Assign', exact: true }).click();
    await expect(viewer.card(ref)).toContainText('Jon Lindqvist', soon);
  }

  // Postgres is tested and let go, on what was recorded.
  await responder.act('H1', 'Start test');
  await responder.card('H1').getByRole('button', { name: '5 min', exact: true }).click();
  await expect(viewer.card('H1')).toHaveAccessibleName(/^H1, testing/, soon);
  await responder.attach('H1', {
    title: 'The orders query uses orders_customer_created',
    text: recorded('explain-analyze.txt'),
    bearing: 'rules it out',
  });
  await sees(viewer, responder, 'The orders query uses orders_customer_created', tookMs);
  await responder.act('H1', 'Reject');
  await sees(viewer, responder, /rejected H1/, tookMs);
  await expect(viewer.card('H1')).toHaveAccessibleName(/^H1, rejected/);

  // The network goes. He goes on working; the others go on without him.
  await jon.context.setOffline(true);
  await expect(responder.network).toContainText('Offline');
  const kernel = 'Kernel: Killed process 31104 (redis-server)';
  await responder.attach('H2', { title: kernel, file: recordedFile('dmesg.txt'), bearing: 'strongly supports it' });
  await responder.write('redis-cli ping: connection refused');
  await responder.write('Memory cgroup out of memory: the limit is 48 MiB');
  await expect(responder.card('H2')).toContainText('E2');
  await expect(responder.network).toContainText('waiting');
  await commander.write('Customers were told that we know');
  await sees(viewer, commander, 'Customers were told that we know', tookMs);
  await expect(responder.line('Customers were told')).toHaveCount(0);
  await expect(viewer.line('redis-cli ping')).toHaveCount(0);

  // It is back: nothing is lost, nothing is there twice, and everybody has the same order.
  await jon.context.setOffline(false);
  for (const line of [kernel, 'redis-cli ping: connection refused', 'the limit is 48 MiB', 'Customers were told']) {
    await responder.hasLine(line);
    await viewer.hasLine(line);
    await expect(viewer.line(line)).toHaveCount(1);
  }
  await responder.isLive();

  // Redis is confirmed, on evidence; the root cause is declared.
  await responder.attach('H2', {
    title: 'hist:v1 keys without a TTL',
    text: recorded('before-redis-memory-usage-hist.txt'),
    bearing: 'strongly supports it',
  });
  await sees(viewer, responder, 'hist:v1 keys without a TTL', tookMs);
  await responder.act('H2', 'Confirm');
  await sees(viewer, responder, /confirmed H2/, tookMs);
  await commander.act('H2', 'Declare root cause');
  const cause = commander.dialog('Declare H2 the root cause');
  await cause.getByRole('textbox', { name: 'Why could that happen?' }).fill('The key contains the request id and has no TTL.');
  await cause.getByRole('button', { name: 'Declare root cause' }).click();
  await sees(viewer, commander, /root cause/, tookMs);
  await expect(viewer.card('H2')).toContainText('Root cause');
  await commander.setStatus('Identified');
  await sees(viewer, commander, /identified/, tookMs);

  // Fixed, watched, over.
  await responder.write(`Action: ${FIX}`);
  await sees(viewer, responder, FIX, tookMs);
  await commander.setStatus('Monitoring');
  await sees(viewer, commander, /monitoring/, tookMs);
  await responder.attach('H2', { title: 'Error ratio back to 0', text: recorded('error-ratio.txt') });
  await sees(viewer, responder, 'Error ratio back to 0', tookMs);
  await commander.setStatus('Resolved', { evidence: /Error ratio back to 0/ });
  await sees(viewer, commander, /resolved/, tookMs);
  await expect(viewer.page.getByText('Resolved', { exact: true }).first()).toBeVisible();

  // All three hold the same log, line by line; and the viewer could change none of it.
  const read = async (room: RoomPage) => (await room.lines()).map((line) => line.replace(/\s+/g, ' '));
  await expect.poll(() => read(responder)).toEqual(await read(viewer));
  await expect.poll(() => read(commander)).toEqual(await read(viewer));
  await canChangeNothing(mia, viewer, incident);
  expect(middleOf(tookMs)).toBeLessThan(PROMISED_MS);
});
