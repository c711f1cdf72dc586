import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusalOf, testPeople, type SignedInPerson, type TestPeople } from './testing/test-people';

let t: TestPeople;
let admin: SignedInPerson;
beforeEach(async () => {
  t = await testPeople();
  admin = await t.signedIn('admin', 'Ana');
});
afterEach(() => t.close());

describe('members', () => {
  it('are listed for administrators; everybody sees who is active', async () => {
    const bo = await t.signedIn('responder', 'Bo');
    const cy = await t.signedIn('viewer', 'Cy');
    await t.people.disableMember(admin.caller, cy.id);
    const members = await t.people.listMembers(admin.caller);
    expect(members.map(({ name, role, signsInWith }) => [name, role, signsInWith])).toEqual([
      ['Ana', 'admin', ['password']],
      ['Bo', 'responder', ['password']],
      ['Cy', 'viewer', ['password']],
    ]);
    expect(members[2]?.disabledAt).not.toBeNull();
    expect(members[0]?.lastSeenAt).not.toBeNull();
    expect(await refusalOf(t.people.listMembers(bo.caller))).toBe('forbidden');
    expect(await t.people.directory()).toEqual([
      { userId: admin.id, name: 'Ana', role: 'admin' },
      { userId: bo.id, name: 'Bo', role: 'responder' },
    ]);
  });

  it('two people of one name are told apart by their addresses, and nobody else shows one', async () => {
    const [one, other] = [await t.signedIn('responder', 'Bo'), await t.signedIn('viewer', 'BO')];
    await t.signedIn('responder', 'Cy');
    const told = (await t.people.directory()).map(({ name, alias }) => [name, alias ?? null]);
    expect(told.toSorted()).toEqual(
      [
        ['Ana', null],
        ['BO', other.email],
        ['Bo', one.email],
        ['Cy', null],
      ].toSorted(),
    );
  });

  it('a greater role counts at the next request and leaves the session alone', async () => {
    const bo = await t.signedIn('viewer', 'Bo');
    expect(await t.people.changeRole(admin.caller, bo.id, 'responder')).toMatchObject({ id: bo.id, role: 'responder' });
    expect((await t.people.callerOfSession(bo.sessionId))?.actor.role).toBe('responder');
    expect((await t.auditOf(bo.id)).at(-1)).toEqual({
      action: 'member.role-changed',
      actorId: admin.id,
      detail: { from: 'viewer', to: 'responder' },
    });
    const before = await t.auditCount();
    await t.people.changeRole(admin.caller, bo.id, 'responder');
    expect(await t.auditCount()).toBe(before);
  });

  it('a lesser role ends the sessions', async () => {
    const bo = await t.signedIn('admin', 'Bo');
    await t.people.changeRole(admin.caller, bo.id, 'viewer');
    expect(await t.people.callerOfSession(bo.sessionId)).toBeNull();
    expect(t.touched.at(-1)).toEqual([bo.id]);
  });

  it('who is switched off has no session and no token; switched on again, neither comes back', async () => {
    const bo = await t.signedIn();
    const { token } = await t.people.createToken(bo.caller, { name: 'ci', scope: 'write', expiresAt: null });
    expect(await t.people.disableMember(admin.caller, bo.id)).toMatchObject({ id: bo.id });
    const nobody = () => Promise.all([t.people.callerOfSession(bo.sessionId), t.people.callerOfToken(token)]);
    expect(await nobody()).toEqual([null, null]);
    expect((await t.people.enableMember(admin.caller, bo.id)).disabledAt).toBeNull();
    expect(await nobody()).toEqual([null, null]);
    const actions = (await t.auditOf(bo.id)).map((one) => one.action);
    expect(actions.slice(-2)).toEqual(['member.disabled', 'member.enabled']);
    const before = await t.auditCount();
    await t.people.enableMember(admin.caller, bo.id);
    expect(await t.auditCount()).toBe(before);
  });

  it('the last administrator stays one, and stays', async () => {
    const bo = await t.signedIn('admin', 'Bo');
    await t.people.disableMember(admin.caller, bo.id);
    const refused = await t.people.changeRole(admin.caller, admin.id, 'viewer').catch((error: Error) => error);
    expect(refused).toMatchObject({ code: 'rule', message: expect.stringContaining('Ana is the last administrator') });
    expect(await refusalOf(t.people.disableMember(admin.caller, admin.id))).toBe('rule');
    expect((await t.people.callerOfSession(admin.sessionId))?.actor.role).toBe('admin');
  });

  it('two administrators who remove each other at once leave one', async () => {
    for (let round = 0; round < 5; round += 1) {
      const bo = await t.signedIn('admin', 'Bo');
      const other = t.another().people;
      const refusals = await Promise.all([
        refusalOf(t.people.changeRole(admin.caller, bo.id, 'viewer')),
        refusalOf(other.disableMember(bo.caller, admin.id)),
      ]);
      expect(refusals.toSorted()).toEqual(['forbidden', null]);
      const left = await t.db.prisma.user.findMany({ where: { role: 'admin', disabledAt: null } });
      expect(left).toHaveLength(1);
      admin = left[0]?.id === bo.id ? bo : admin;
    }
  });

  it('are changed by nobody else', async () => {
    const bo = await t.signedIn('responder');
    const cy = await t.signedIn('viewer');
    const stale = { ...bo.caller, actor: { ...bo.caller.actor, role: 'admin' as const } };
    const reader = { ...admin.caller, actor: { ...admin.caller.actor, scope: 'read' as const } };
    const before = await t.auditCount();
    for (const caller of [bo.caller, stale, reader]) {
      expect(await refusalOf(t.people.changeRole(caller, bo.id, 'admin'))).toBe('forbidden');
      expect(await refusalOf(t.people.disableMember(caller, cy.id))).toBe('forbidden');
      expect(await refusalOf(t.people.enableMember(caller, cy.id))).toBe('forbidden');
    }
    expect(await refusalOf(t.people.signOutEverywhere(bo.caller, { tokens: true }, cy.id))).toBe('forbidden');
    expect(await refusalOf(t.people.changeRole(admin.caller, uuidv7(), 'viewer'))).toBe('not_found');
    expect(await t.auditCount()).toBe(before);
  });
});
