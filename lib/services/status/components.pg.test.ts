import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '@/lib/auth/caller';
import { refusalOf, testStatus, type TestStatus } from './testing/test-status';

let t: TestStatus;
beforeAll(async () => {
  t = await testStatus();
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.db.prisma.component.deleteMany();
  await t.db.prisma.componentGroup.deleteMany();
  await t.db.prisma.componentChange.deleteMany();
});

const statusEffect = (type: string, by = t.admin) => ({
  kind: 'status',
  payload: { type, updateId: null, actorId: by.actor.userId, eventId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
});
const group = async (name: string) => (await t.status.createGroup(t.admin, { name })).id;

describe('groups', () => {
  it('are made, renamed, moved and removed, each with its audit and the page written anew', async () => {
    const wakes = t.wakes();
    const { actions, effects } = await t.traces(async () => {
      const [api, shop] = [await group('API'), await group('Shop')];
      await t.status.renameGroup(t.admin, api, { name: 'Interfaces' });
      await t.status.moveGroup(t.admin, shop, { beforeId: api });
      await t.component('Cart', shop);
      await t.status.removeGroup(t.admin, shop);
    });
    const kept = ['created', 'created', 'renamed', 'moved'].map((what) => `component-group.${what}`);
    const all = [...kept, 'component.created', 'component-group.removed'];
    expect(actions).toEqual(all);
    expect(effects).toEqual(all.map((action) => statusEffect(action)));
    expect(t.wakes() - wakes).toBe(6);
    expect(await t.order()).toEqual(['Cart']);
    expect((await t.status.listComponents(t.responder)).groups.map(({ name }) => name)).toEqual(['Interfaces']);
  });

  it('of one name are refused, and what changes nothing leaves no trace', async () => {
    const api = await group('API');
    expect(await refusalOf(t.status.createGroup(t.admin, { name: 'api' }))).toBe('conflict');
    const { actions, effects } = await t.traces(async () => {
      await t.status.renameGroup(t.admin, api, { name: 'API' });
      await t.status.moveGroup(t.admin, api, { beforeId: null });
    });
    expect([actions, effects]).toEqual([[], []]);
    expect(await refusalOf(t.status.renameGroup(t.admin, uuidv7(), { name: 'X' }))).toBe('not_found');
    expect(await refusalOf(t.status.moveGroup(t.admin, api, { beforeId: uuidv7() }))).toBe('conflict');
  });

  it('of one name made by two at once are one', async () => {
    const other = t.another().status;
    const made = [t.status.createGroup(t.admin, { name: 'Shop' }), other.createGroup(t.admin, { name: 'shop' })];
    expect((await Promise.all(made.map(refusalOf))).toSorted()).toEqual(['conflict', null]);
  });
});

describe('components', () => {
  it('stand in the order they were put in, and change their words', async () => {
    const shop = await group('Shop');
    await t.component('Web');
    const cart = await t.component('Cart', shop);
    await t.component('Search', shop);
    const { actions } = await t.traces(async () => {
      const changed = await t.status.changeComponent(t.admin, cart, {
        name: 'Basket',
        description: 'Holds goods',
        isPublic: false,
      });
      expect(changed).toMatchObject({
        name: 'Basket',
        description: 'Holds goods',
        isPublic: false,
        state: 'operational',
        since: null,
      });
      await t.status.changeComponent(t.admin, cart, { name: 'Basket' });
      await t.status.moveComponent(t.admin, cart, { groupId: shop, beforeId: null });
    });
    expect(actions).toEqual(['component.changed', 'component.moved']);
    expect(await t.order()).toEqual(['Web', 'Shop/Search', 'Shop/Basket']);
    expect(await t.status.listRoomComponents(t.viewer)).toMatchObject([
      { name: 'Web', group: null, isPublic: true, state: 'operational' },
      { name: 'Search', group: 'Shop' },
      { name: 'Basket', group: 'Shop', isPublic: false },
    ]);
  });

  it('moved by two at once both end up where they were put', async () => {
    const shop = await group('Shop');
    const [a, b, c, d] = [await t.component('A'), await t.component('B'), await t.component('C'), await t.component('D')];
    const other = t.another().status;
    await Promise.all([
      t.status.moveComponent(t.admin, d, { groupId: null, beforeId: a }),
      other.moveComponent(t.admin, b, { groupId: shop, beforeId: null }),
      t.status.moveComponent(t.admin, c, { groupId: null, beforeId: a }),
    ]);
    const order = await t.order();
    expect(order.toSorted()).toEqual(['A', 'C', 'D', 'Shop/B']);
    expect(order.slice(-2)).toEqual(['A', 'Shop/B']);
    expect(await refusalOf(t.status.moveComponent(t.admin, a, { groupId: null, beforeId: b }))).toBe('conflict');
    expect(await t.order()).toEqual(order);
  });

  it('moved the same way by two at once are moved once', async () => {
    const [a, b] = [await t.component('A'), await t.component('B')];
    const other = t.another().status;
    const { actions } = await t.traces(() =>
      Promise.all([t.status, other].map((one) => one.moveComponent(t.admin, b, { groupId: null, beforeId: a }))),
    );
    expect(actions).toEqual(['component.moved']);
    expect(await t.order()).toEqual(['B', 'A']);
  });

  it('of one name in one group are refused, also by moving', async () => {
    const shop = await group('Shop');
    await t.component('Cart', shop);
    const loose = await t.component('CART');
    expect(await refusalOf(t.component('cart', shop))).toBe('conflict');
    expect(await refusalOf(t.status.moveComponent(t.admin, loose, { groupId: shop, beforeId: null }))).toBe('conflict');
    expect(await refusalOf(t.component('X', uuidv7()))).toBe('not_found');
  });

  it('are for administrators to make, change, move and remove, at that very moment', async () => {
    const id = await t.component('Web');
    const stale = { ...t.responder, actor: { ...t.responder.actor, role: 'admin' as const } };
    const reader = { ...t.admin, actor: { ...t.admin.actor, scope: 'read' as const } };
    const refused = [t.responder, t.viewer, stale, reader];
    const asked = [
      (caller: Caller) => t.status.createGroup(caller, { name: 'X' }),
      (caller: Caller) => t.status.createComponent(caller, { name: 'X', groupId: null, description: null, isPublic: true }),
      (caller: Caller) => t.status.changeComponent(caller, id, { name: 'X' }),
      (caller: Caller) => t.status.moveComponent(caller, id, { groupId: null, beforeId: null }),
      (caller: Caller) => t.status.removeComponent(caller, id),
      (caller: Caller) => t.status.changePage(caller, { name: 'X' }),
    ];
    const { actions } = await t.traces(async () => {
      for (const ask of asked) expect(await t.refusedToAll(ask, refused)).toEqual(refused.map(() => 'forbidden'));
    });
    expect(actions).toEqual([]);
    expect(await refusalOf(t.status.listComponents(t.viewer))).toBe('forbidden');
    expect(await refusalOf(t.status.readPage(t.responder))).toBe('forbidden');
  });
});

describe('the state of a component', () => {
  it('is what was said last, and since when', async () => {
    const id = await t.component('Web');
    const { actions, effects } = await t.traces(() =>
      t.status.setComponentState(t.responder, id, { state: 'major_outage', at: null }),
    );
    expect(actions).toEqual(['component.state-set']);
    expect(effects).toEqual([statusEffect('component.state-set', t.responder)]);
    const since = t.now().toISOString();
    t.advance(60_000);
    const same = await t.traces(() => t.status.setComponentState(t.admin, id, { state: 'major_outage', at: null }));
    expect(same).toEqual({ actions: [], effects: [] });
    const [row] = await t.db.prisma.componentChange.findMany();
    expect(row).toMatchObject({ componentId: id, state: 'major_outage', kind: 'manual', isPublic: true, incidentId: null });
    const { components } = await t.status.listComponents(t.responder);
    expect(components[0]).toMatchObject({ state: 'major_outage', since });
  });

  it('can be said of an earlier time, and what was said later stands', async () => {
    const id = await t.component('Web');
    await t.status.setComponentState(t.responder, id, { state: 'partial_outage', at: null });
    const at = new Date(t.now().getTime() - 3_600_000).toISOString();
    expect(await t.status.setComponentState(t.responder, id, { state: 'degraded_performance', at })).toMatchObject({
      state: 'partial_outage',
      since: t.now().toISOString(),
    });
    expect(await t.status.setComponentState(t.responder, id, { state: 'partial_outage', at })).toMatchObject({
      state: 'partial_outage',
    });
    const soon = new Date(t.now().getTime() + 1000).toISOString();
    expect(await refusalOf(t.status.setComponentState(t.responder, id, { state: 'operational', at: soon }))).toBe('invalid');
    expect(await refusalOf(t.status.setComponentState(t.viewer, id, { state: 'operational', at: null }))).toBe('forbidden');
    expect(await refusalOf(t.status.setComponentState(t.responder, uuidv7(), { state: 'operational', at: null }))).toBe(
      'not_found',
    );
  });
});

describe('a component that is removed', () => {
  it('goes off the page, says which running incidents name it, and keeps quiet about those the asker may not see', async () => {
    const id = await t.component('Web');
    const said = { audience: 'stakeholders', text: 'Web is down', components: [{ componentId: id, state: 'major_outage' }] };
    const tell = async (incident: string) =>
      t.services.incidents.execute(t.responder, { incident, id: uuidv7(), name: 'update.post', input: said });
    const running = await t.declare(t.responder);
    await tell(running);
    const closed = await t.declare(t.responder);
    await tell(closed);
    await t.services.incidents.execute(t.responder, {
      ...{ incident: closed, id: uuidv7(), name: 'incident.set-status' },
      input: { status: 'resolved', because: 'it answers again' },
    });
    const hidden = await t.declare(t.responder, { title: 'Quiet', isPrivate: true });
    await tell(hidden);
    const stranger = await t.person('responder');
    expect(await t.status.listIncidentsNaming(stranger, id)).toEqual({ incidents: [running] });
    expect(await t.status.removeComponent(t.admin, id)).toEqual({ incidents: [running, hidden] });
    expect(await t.status.listRoomComponents(t.responder)).toEqual([]);
    expect(await refusalOf(t.status.removeComponent(t.admin, id))).toBe('not_found');
    // Its name is free again, and the incident keeps its words.
    await t.component('Web');
    expect(await t.db.prisma.componentChange.count({ where: { componentId: id } })).toBe(3);
  });
});

describe('the page', () => {
  it('has defaults, and says of itself what was set', async () => {
    expect(await t.status.readPage(t.admin)).toMatchObject({ name: 'Status', visibility: 'public', timeZone: 'UTC', url: null });
    const { actions, effects } = await t.traces(async () => {
      await t.status.changePage(t.admin, { name: 'Acme status', timeZone: 'Europe/Berlin' });
      await t.status.changePage(t.admin, { name: 'Acme status' });
    });
    expect(actions).toEqual(['status-page.changed']);
    expect(effects).toEqual([statusEffect('status-page.changed')]);
    expect(await t.status.readPage(t.admin)).toMatchObject({ name: 'Acme status', timeZone: 'Europe/Berlin', about: '' });
  });
});
