import { uuidv7 } from 'uuidv7';
import { afterAll, describe, expect, it } from 'vitest';
import { NOTHING_OUTSIDE } from '../outside';
import { setPage } from '../publishing/testing/status-house';
import { testServices } from '../testing/test-services';

const t = await testServices({ outside: { ...NOTHING_OUTSIDE, hasMail: true } });
afterAll(() => t.close());
const { status, incidents } = t.services;

const [ana, bo, ada] = [await t.person('responder', 'Ana'), await t.person('responder', 'Bo'), await t.person('admin', 'Ada')];
const vi = await t.person('viewer', 'Vi');
const gone = await t.person('responder', 'Gone');
await t.db.prisma.user.update({ where: { id: gone.actor.userId }, data: { disabledAt: new Date() } });

const group = await t.db.prisma.componentGroup.create({ data: { id: uuidv7(), name: 'Shop', position: 1 } });
const component = async (name: string, position: number, more: object = {}) =>
  (await t.db.prisma.component.create({ data: { id: uuidv7(), name, position, isPublic: true, ...more } })).id;
const orders = await component('Orders', 2, { groupId: group.id });
const search = await component('Search', 1, { groupId: group.id });
const ledger = await component('Ledger', 9, { isPublic: false });
await component('Old', 0, { removedAt: new Date() });

const subscriber = (kind: string, componentIds: string[], more: object = {}) => {
  const data = { id: uuidv7(), kind, address: uuidv7(), tokenHash: uuidv7(), componentIds, createdAt: new Date() };
  return t.db.prisma.subscriber.create({ data: { ...data, confirmedAt: new Date(), ...more } });
};
await subscriber('mail', []);
await subscriber('mail', [orders]);
await subscriber('mail', [search, ledger]);
await subscriber('mail', [], { confirmedAt: null });
await subscriber('mail', [], { endedAt: new Date(), endedBy: 'unsubscribed' });
await subscriber('webhook', [orders]);

const post = (key: string, input: object) =>
  incidents.execute(ana, { incident: key, id: uuidv7(), name: 'update.post', input: { text: uuidv7(), ...input } });

const SAID = { audience: 'public', phase: 'investigating', text: 'We look into it.', title: 'Orders fail', at: null } as const;

const preview = (who: typeof ana, key: string, named: string[] = [], more: object = {}) =>
  t.services.updates.previewUpdate(who, key, {
    ...SAID,
    components: named.map((componentId) => ({ componentId: componentId as never, state: 'major_outage' as const })),
    ...more,
  });
const reached = async (...asked: Parameters<typeof preview>) => {
  const { people, mail, webhook } = await preview(...asked);
  return [people, mail?.count ?? null, webhook?.count ?? null];
};

describe('whom an update reaches', () => {
  it('is everybody here, and subscribers of everything or of what it or one before it names', async () => {
    const key = await t.declare(ana);
    expect(await reached(ana, key)).toEqual([4, 1, 0]);
    expect(await reached(ana, key, [orders])).toEqual([4, 2, 1]);
    expect(await reached(ana, key, [], { audience: 'stakeholders' })).toEqual([4, null, null]);
    const said = { audience: 'public', phase: 'investigating', title: 'Orders' };
    await post(key, { ...said, components: [{ componentId: orders, state: 'operational' }] });
    expect(await reached(ana, key)).toEqual([4, 2, 1]);
    expect(await reached(ana, key, [search])).toEqual([4, 3, 1]);
  });

  it('of a private incident is who may see it', async () => {
    const key = await t.declare(ana, { title: 'Hidden', isPrivate: true });
    expect((await reached(ana, key))[0]).toBe(2);
    await expect(preview(bo, key)).rejects.toMatchObject({ code: 'not_found' });
    await expect(preview(vi, await t.declare(ana))).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is nobody outside while the page is private, or there is no mail server', async () => {
    const key = await t.declare(ana);
    const mute = t.another({ outside: NOTHING_OUTSIDE }).updates;
    expect(await mute.previewUpdate(ana, key, { ...SAID, components: [] })).toMatchObject({ mail: null, webhook: { count: 0 } });
    await setPage(t.db, { name: 'Acme', visibility: 'private' });
    expect(await reached(ana, key)).toEqual([4, null, null]);
    await setPage(t.db, { name: 'Acme', visibility: 'public' });
  });
});

describe('components that updates can name', () => {
  const stateFor = async (who: typeof ana) =>
    Object.fromEntries((await status.listRoomComponents(who)).map(({ name, state }) => [name, state]));

  it('come in the order of the page, without removed ones, with their group', async () => {
    expect(await status.listRoomComponents(vi)).toEqual([
      { componentId: ledger, name: 'Ledger', isPublic: false, group: null, state: 'operational' },
      { componentId: search, name: 'Search', isPublic: true, group: 'Shop', state: 'operational' },
      { componentId: orders, name: 'Orders', isPublic: true, group: 'Shop', state: 'operational' },
    ]);
  });

  it('are in the state of their latest change; what a hidden incident says is for those who see it', async () => {
    const key = await t.declare(ana);
    const said = { audience: 'public', phase: 'investigating', title: 'Orders' };
    await post(key, { ...said, components: [{ componentId: orders, state: 'major_outage' }] });
    expect(await stateFor(bo)).toMatchObject({ Orders: 'major_outage', Search: 'operational' });
    await post(key, { ...said, components: [{ componentId: orders, state: 'operational' }] });
    expect(await stateFor(bo)).toMatchObject({ Orders: 'operational' });
    const hidden = await t.declare(ana, { title: 'Hidden', isPrivate: true });
    await post(hidden, { audience: 'stakeholders', components: [{ componentId: search, state: 'partial_outage' }] });
    expect(await stateFor(ana)).toMatchObject({ Search: 'partial_outage' });
    expect(await stateFor(ada)).toMatchObject({ Search: 'partial_outage' });
    expect(await stateFor(bo)).toMatchObject({ Search: 'operational' });
  });
});
