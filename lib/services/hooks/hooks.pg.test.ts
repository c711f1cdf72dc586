import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '@/lib/auth/caller';
import { tellNext } from '@/lib/jobs/notice-worker';
import { unseal } from '../sealed';
import { testServices, type TestServices } from '../testing/test-services';

let t: TestServices;
let boss: Caller;
beforeEach(async () => {
  t = await testServices();
  boss = await t.person('admin', 'Boss');
});
afterEach(() => t.close());

const chat = { name: 'Chat', url: 'https://chat.example/hooks/T0/secret-part', shape: 'slack' as const };
const program = { name: 'Program', url: 'https://program.example/in', shape: 'standard' as const };
const deps = () => ({
  ...{ pool: t.db.pool, clock: () => new Date(), notifications: t.services.notifications },
  onError: (error: unknown) => {
    throw error;
  },
});
const work = async () => {
  while (await tellNext(deps())) continue;
};
const sentTo = (targetId: string) => t.db.prisma.delivery.findMany({ where: { targetId }, orderBy: { id: 'asc' } });

describe('a hook', () => {
  it('is told what it asked for, signed where it is a program, once per event', async () => {
    const a = await t.services.hooks.create(boss, { ...chat, events: ['declared', 'severity'] });
    const b = await t.services.hooks.create(boss, { ...program, events: ['declared'] });
    const incident = await t.declare(boss);
    await t.services.incidents.execute(boss, {
      incident,
      id: uuidv7(),
      name: 'incident.set-severity',
      input: { severity: 'SEV1' },
    });
    await work();
    await t.db.pool.query('UPDATE effect SET done_at = NULL, due_at = now()');
    await work();
    expect((await sentTo(a.id)).map(({ payload }) => (payload as { about: string }).about)).toEqual([
      `${incident} SEV2 · declared`.replace('SEV2', 'SEV1'),
      `${incident} SEV1 · severity SEV2 → SEV1`,
    ]);
    const [delivery] = await sentTo(b.id);
    expect(delivery).toMatchObject({ channel: 'webhook', targetKind: 'hook' });
    expect(delivery?.payload).toMatchObject({ url: program.url, isSigned: true, body: { type: 'incident.declared' } });
    expect(await sentTo(b.id)).toHaveLength(1);
  });

  it('is told nothing of a private incident, and nothing while it is switched off', async () => {
    const hook = await t.services.hooks.create(boss, { ...chat, events: ['declared'] });
    await t.declare(boss, { title: 'Keys leaked', isPrivate: true });
    await t.services.hooks.change(boss, hook.id, { isEnabled: false });
    await t.declare(boss);
    await work();
    expect(await sentTo(hook.id)).toEqual([]);
  });

  it('has a secret that is shown once, sealed in the tables, and replaced', async () => {
    const made = await t.services.hooks.create(boss, { ...program, events: ['declared'] });
    expect(made.secret).toMatch(/^whsec_/);
    const kept = async () => (await t.db.prisma.hook.findUniqueOrThrow({ where: { id: made.id } })).secret ?? '';
    expect(unseal(await kept(), 'a secret for tests')).toBe(made.secret);
    const renewed = await t.services.hooks.replaceSecret(boss, made.id);
    expect(renewed.secret).not.toBe(made.secret);
    expect(unseal(await kept(), 'a secret for tests')).toBe(renewed.secret);
    expect(JSON.stringify(await t.services.hooks.list(boss))).not.toContain('whsec_');
    const slack = await t.services.hooks.create(boss, { ...chat, events: ['declared'] });
    expect(slack.secret).toBeNull();
    await expect(t.services.hooks.replaceSecret(boss, slack.id)).rejects.toMatchObject({ code: 'rule' });
    expect(JSON.stringify(await t.services.hooks.list(boss))).not.toContain('secret-part');
  });

  it('takes a test, shows what became of it, and takes it again under its own id', async () => {
    const hook = await t.services.hooks.create(boss, { ...chat, events: ['declared'] });
    await t.services.hooks.test(boss, hook.id);
    const [waiting] = await t.services.hooks.listDeliveries(boss, hook.id);
    expect(waiting).toMatchObject({ about: 'A test message', state: 'waiting', attempts: 0 });
    await t.db.prisma.delivery.updateMany({ data: { failedAt: new Date(), lastStatus: '404', lastError: 'no such hook' } });
    const given = await t.services.hooks.listDeliveries(boss, hook.id);
    expect(given).toMatchObject([{ state: 'given up', answer: '404', error: 'no such hook' }]);
    await t.services.hooks.change(boss, hook.id, { url: 'https://chat.example/new' });
    await t.services.hooks.resend(boss, hook.id, waiting?.id ?? '');
    expect(await t.services.hooks.listDeliveries(boss, hook.id)).toMatchObject([
      { id: waiting?.id, state: 'waiting', error: null },
    ]);
    expect((await sentTo(hook.id))[0]?.payload).toMatchObject({ url: 'https://chat.example/new' });
  });

  it('does not send again what was hidden since', async () => {
    const hook = await t.services.hooks.create(boss, { ...chat, events: ['declared'] });
    const incident = await t.declare(boss);
    await work();
    const [sent] = await sentTo(hook.id);
    await t.services.incidents.execute(boss, { incident, id: uuidv7(), name: 'incident.restrict', input: { isPrivate: true } });
    await expect(t.services.hooks.resend(boss, hook.id, sent?.id ?? '')).rejects.toMatchObject({ code: 'rule' });
  });

  it('that is removed is gone with what waits for it, and says so in the audit log', async () => {
    const hook = await t.services.hooks.create(boss, { ...chat, events: ['declared'] });
    await t.services.hooks.test(boss, hook.id);
    await t.services.hooks.remove(boss, hook.id);
    expect(await t.services.hooks.list(boss)).toEqual([]);
    expect((await sentTo(hook.id))[0]?.failedAt).not.toBeNull();
    await expect(t.services.hooks.test(boss, hook.id)).rejects.toMatchObject({ code: 'not_found' });
    const audit = await t.db.prisma.auditEntry.findMany({ where: { subject: hook.id }, orderBy: { id: 'asc' } });
    expect(audit.map(({ action }) => action)).toEqual(['hook.created', 'hook.removed']);
    expect(JSON.stringify(audit.map(({ detail }) => detail))).not.toContain('secret-part');
  });

  it('is for administrators', async () => {
    const bo = await t.person('responder');
    await expect(t.services.hooks.list(bo)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(t.services.hooks.create(bo, { ...chat, events: ['declared'] })).rejects.toMatchObject({ code: 'forbidden' });
  });
});
