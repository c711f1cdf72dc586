import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Maintenance } from '@/lib/contracts/status-page';
import { refusalOf, testStatus, type TestStatus } from './testing/test-status';

const HOUR_MS = 3_600_000;

let t: TestStatus;
beforeAll(async () => {
  t = await testStatus();
});
afterAll(() => t.close());

const inHours = (hours: number) => new Date(t.now().getTime() + hours * HOUR_MS).toISOString();
const plan = (more: object = {}): Promise<Maintenance> =>
  t.status.scheduleMaintenance(t.responder, {
    ...{ title: 'Move the database', text: 'Expect a short break.', startsAt: inHours(1), endsAt: inHours(2) },
    ...{ componentIds: [], isPublic: true, ...more },
  });
const one = async (id: string) => {
  const found = (await t.status.listMaintenance(t.responder)).find((each) => each.id === id);
  if (!found) throw new RangeError('It is not listed.');
  return found;
};
const stateOf = async (id: string) =>
  (await t.status.listRoomComponents(t.viewer)).find((each) => each.componentId === id)?.state;
const advanceAll = async () => {
  while (await t.status.advanceMaintenance());
};
const told = (maintenance: Maintenance) => maintenance.updates.map(({ phase }) => phase);

describe('a maintenance', () => {
  it('is planned and announced with its first word', async () => {
    let planned: Maintenance | null = null;
    const { actions, effects } = await t.traces(async () => void (planned = await plan()));
    expect(actions).toEqual(['maintenance.scheduled']);
    const [first] = (planned as unknown as Maintenance).updates;
    expect(first).toMatchObject({ phase: 'scheduled', text: 'Expect a short break.', correctedAt: null });
    expect(effects).toMatchObject([
      { kind: 'status', payload: { type: 'maintenance.scheduled', updateId: null } },
      { kind: 'announce', payload: { maintenanceUpdateId: first?.id } },
    ]);
    expect((await t.traces(() => plan({ isPublic: false }))).effects.map(({ kind }) => kind)).toEqual(['status']);
  });

  it('that would be over, or names what is not there, is refused; so is a viewer', async () => {
    expect(await refusalOf(plan({ startsAt: inHours(-2), endsAt: inHours(-1) }))).toBe('invalid');
    expect(await refusalOf(plan({ componentIds: [uuidv7()] }))).toBe('invalid');
    const { id } = await plan();
    expect(await refusalOf(t.status.listMaintenance(t.viewer))).toBe('forbidden');
    expect(await refusalOf(t.status.updateMaintenance(t.viewer, id, { phase: 'in_progress', text: 'x' }))).toBe('forbidden');
    expect(await refusalOf(t.status.updateMaintenance(t.admin, uuidv7(), { phase: 'in_progress', text: 'x' }))).toBe('not_found');
  });

  it('begins and ends by the clock, once, on two processes, and its components with it', async () => {
    const web = await t.component('Web');
    const { id, startsAt, endsAt } = await plan({ componentIds: [web] });
    const other = t.another().status;
    expect(await t.status.advanceMaintenance()).toBe(false);
    t.advance(HOUR_MS);
    const begun = await t.traces(() => Promise.all([advanceAll(), other.advanceMaintenance(), other.advanceMaintenance()]));
    expect(begun.actions.filter((action) => action === 'maintenance.started').length).toBeGreaterThan(0);
    expect(told(await one(id))).toEqual(['in_progress', 'scheduled']);
    expect(await stateOf(web)).toBe('under_maintenance');
    // Late: the time that was announced counts, not that of the job.
    t.advance(2 * HOUR_MS);
    await Promise.all([advanceAll(), other.advanceMaintenance()]);
    expect(told(await one(id))).toEqual(['completed', 'in_progress', 'scheduled']);
    expect(await stateOf(web)).toBe('operational');
    const changes = await t.db.prisma.componentChange.findMany({ where: { componentId: web }, orderBy: { at: 'asc' } });
    expect(changes.map(({ at, state, kind, isPublic }) => [at.toISOString(), state, kind, isPublic])).toEqual([
      [startsAt, 'under_maintenance', 'maintenance', true],
      [endsAt, 'operational', 'maintenance', true],
    ]);
  });

  it('leaves a component as a running incident has it', async () => {
    const [api, shop] = [await t.component('Interface'), await t.component('Shop')];
    const say = async (incident: string, componentId: string, state: string) =>
      t.services.incidents.execute(t.responder, {
        ...{ incident, id: uuidv7(), name: 'update.post' },
        input: { audience: 'stakeholders', text: uuidv7(), components: [{ componentId, state }] },
      });
    const incident = await t.declare(t.responder);
    await say(incident, api, 'partial_outage');
    t.advance(1000);
    const { id } = await plan({ componentIds: [api, shop] });
    await t.status.updateMaintenance(t.responder, id, { phase: 'in_progress', text: 'We begin early.' });
    expect([await stateOf(api), await stateOf(shop)]).toEqual(['under_maintenance', 'under_maintenance']);
    t.advance(1000);
    // Said meanwhile: that stands.
    await say(incident, shop, 'major_outage');
    t.advance(1000);
    await t.status.updateMaintenance(t.responder, id, { phase: 'completed', text: 'Done.' });
    expect([await stateOf(api), await stateOf(shop)]).toEqual(['partial_outage', 'major_outage']);
  });

  it('does not end what another maintenance still holds', async () => {
    const web = await t.component('Queue');
    const [first, second] = [await plan({ componentIds: [web] }), await plan({ componentIds: [web] })];
    for (const { id } of [first, second])
      await t.status.updateMaintenance(t.responder, id, { phase: 'in_progress', text: 'Begun.' });
    t.advance(1000);
    await t.status.updateMaintenance(t.responder, first.id, { phase: 'completed', text: 'One is done.' });
    expect(await stateOf(web)).toBe('under_maintenance');
    await t.status.updateMaintenance(t.responder, second.id, { phase: 'cancelled', text: 'Never mind.' });
    expect(await stateOf(web)).toBe('operational');
  });

  it('goes forward only, and says nothing twice', async () => {
    const { id } = await plan();
    expect(await refusalOf(t.status.updateMaintenance(t.responder, id, { phase: 'completed', text: 'x' }))).toBe('rule');
    const twice = [t.status, t.another().status].map((each) =>
      refusalOf(each.updateMaintenance(t.responder, id, { phase: 'in_progress', text: 'We begin.' })),
    );
    expect((await Promise.all(twice)).toSorted()).toEqual(['conflict', null]);
    await t.status.updateMaintenance(t.responder, id, { phase: 'completed', text: 'Done.' });
    expect(await refusalOf(t.status.updateMaintenance(t.responder, id, { phase: 'in_progress', text: 'Again' }))).toBe('rule');
    expect(await refusalOf(t.status.changeMaintenance(t.responder, id, { endsAt: inHours(9) }))).toBe('rule');
  });

  it('is changed as long as it is to come; a new text marks the first word as edited', async () => {
    const { id } = await plan();
    const { actions, effects } = await t.traces(async () => {
      await t.status.changeMaintenance(t.responder, id, {
        title: 'Move it',
        text: 'A longer break.',
        startsAt: inHours(3),
        endsAt: inHours(4),
      });
      await t.status.changeMaintenance(t.responder, id, { title: 'Move it' });
    });
    expect(actions).toEqual(['maintenance.changed']);
    expect(effects.map(({ kind }) => kind)).toEqual(['status']);
    const changed = await one(id);
    expect(changed).toMatchObject({ title: 'Move it', text: 'A longer break.' });
    expect(changed.updates).toMatchObject([{ text: 'A longer break.', correctedAt: t.now().toISOString() }]);
    expect(await refusalOf(t.status.changeMaintenance(t.responder, id, { startsAt: inHours(5) }))).toBe('invalid');
  });

  it('has its words corrected without telling anybody again', async () => {
    const planned = await plan();
    const { effects, actions } = await t.traces(() =>
      t.status.correctMaintenanceUpdate(t.responder, planned.id, planned.updates[0]?.id ?? '', { text: 'A very short break.' }),
    );
    expect([actions, effects.map(({ kind }) => kind)]).toEqual([['maintenance.corrected'], ['status']]);
    expect(await one(planned.id)).toMatchObject({
      text: 'A very short break.',
      updates: [{ correctedAt: t.now().toISOString() }],
    });
    expect(await refusalOf(t.status.correctMaintenanceUpdate(t.responder, planned.id, uuidv7(), { text: 'x' }))).toBe(
      'not_found',
    );
  });
});

describe('a notice', () => {
  it('is pinned, reworded, ended and removed', async () => {
    const { actions, effects } = await t.traces(async () => {
      const { id } = await t.status.pinNotice(t.responder, { text: 'We answer mail late.', isPublic: true, endsAt: null });
      expect(await t.status.changeNotice(t.responder, id, { isPublic: false })).toMatchObject({
        editedAt: null,
        isPublic: false,
      });
      const reworded = await t.status.changeNotice(t.responder, id, { text: 'We answer mail tomorrow.' });
      expect(reworded).toMatchObject({ editedAt: t.now().toISOString() });
      expect(await t.status.endNotice(t.responder, id)).toMatchObject({ endsAt: t.now().toISOString() });
      await t.status.endNotice(t.responder, id);
      expect((await t.status.listNotices(t.responder)).map((each) => each.id)).toEqual([id]);
      await t.status.removeNotice(t.responder, id);
      expect(await refusalOf(t.status.changeNotice(t.responder, id, { text: 'x' }))).toBe('not_found');
    });
    expect(actions).toEqual(['notice.pinned', 'notice.changed', 'notice.changed', 'notice.ended', 'notice.removed']);
    expect(effects.map(({ kind }) => kind)).toEqual(Array.from({ length: 5 }, () => 'status'));
    expect(await t.status.listNotices(t.responder)).toEqual([]);
  });

  it('that nobody would see, or from somebody who may not, is refused', async () => {
    const past = { text: 'x', isPublic: true, endsAt: inHours(-1) };
    expect(await refusalOf(t.status.pinNotice(t.responder, past))).toBe('invalid');
    expect(await refusalOf(t.status.pinNotice(t.viewer, { ...past, endsAt: null }))).toBe('forbidden');
    expect(await refusalOf(t.status.listNotices(t.viewer))).toBe('forbidden');
  });
});
