import { afterAll, beforeAll, expect, it } from 'vitest';
import { outgoing, type Outgoing } from './testing/outgoing';

let t: Outgoing;
beforeAll(async () => {
  t = await outgoing();
});
afterAll(() => t.close());

it('calls the hooks of the team, program and chat, and lists what was said in words', async () => {
  const boss = await t.person('admin', 'Boss');
  for (const shape of ['standard', 'slack'] as const) {
    const { id } = await t.services.hooks.create(boss, { name: shape, url: t.hookUrl, shape, events: ['declared'] });
    await t.services.hooks.test(boss, id);
  }
  await t.settle();
  expect(t.calls).toHaveLength(2);
  expect(t.calls.map(({ headers }) => headers['webhook-signature'] !== undefined).toSorted()).toEqual([false, true]);
  const rows = await t.db.prisma.delivery.findMany({ where: { targetKind: 'hook' } });
  expect(rows.map(({ doneAt, lastError }) => [doneAt !== null, lastError])).toEqual([
    [true, null],
    [true, null],
  ]);
  const { deliveries } = await t.services.deliveries.list(boss, {});
  expect(deliveries.map(({ about }) => about)).toEqual(['A test message', 'A test message']);
});
