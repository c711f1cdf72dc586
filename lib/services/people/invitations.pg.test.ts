import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLIENT, PASSWORD, refusalOf, testPeople, type SignedInPerson, type TestPeople } from './testing/test-people';

const HOUR_MS = 3_600_000;

let t: TestPeople;
let admin: SignedInPerson;
beforeAll(async () => {
  t = await testPeople();
  admin = await t.signedIn('admin', 'Ana');
});
afterAll(() => t.close());

const newcomer = (token: string, email = `${uuidv7()}@example.org`) => ({
  token,
  email,
  name: 'Bo',
  password: PASSWORD,
  ...CLIENT,
});
const invite = (role: 'viewer' | 'responder' | 'admin' = 'responder', email: string | null = null) =>
  t.people.createInvitation(admin.caller, { role, email });

describe('an invitation', () => {
  it('makes an account with its role and signs it in, once', async () => {
    const { token, id } = await invite('viewer');
    expect(await t.people.readInvitation(token)).toMatchObject({ role: 'viewer', email: null, invitedBy: 'Ana' });
    const { sessionId, user } = await t.people.acceptInvitation(newcomer(token));
    expect(user).toMatchObject({ name: 'Bo', role: 'viewer' });
    expect((await t.people.callerOfSession(sessionId))?.actor).toMatchObject({ userId: user.id, role: 'viewer' });
    expect((await t.auditOf(id)).map((one) => one.action)).toEqual(['invitation.created', 'invitation.accepted']);
    expect(await t.people.readInvitation(token)).toBeNull();
    expect(await refusalOf(t.people.acceptInvitation(newcomer(token)))).toBe('conflict');
    const [listed] = await t.people.listInvitations(admin.caller);
    expect(listed).toMatchObject({ id, state: 'used', usedBy: { id: user.id, name: 'Bo' }, invitedBy: { name: 'Ana' } });
    expect(listed).not.toHaveProperty('token');
  });

  it('of 50 who accept it at once, on two processes, one gets in', async () => {
    const { token } = await invite();
    const other = t.another().people;
    const before = await t.db.prisma.user.count();
    const refusals = await Promise.all(
      Array.from({ length: 50 }, (_, n) => refusalOf((n % 2 ? other : t.people).acceptInvitation(newcomer(token)))),
    );
    expect(refusals.filter((code) => code === null)).toHaveLength(1);
    expect(refusals.filter((code) => code === 'conflict')).toHaveLength(49);
    expect(await t.db.prisma.user.count()).toBe(before + 1);
  });

  it('two invitations for one address make one account', async () => {
    const [first, second] = await Promise.all([invite(), invite()]);
    const refusals = await Promise.all([
      refusalOf(t.people.acceptInvitation(newcomer(first.token, 'one@example.org'))),
      refusalOf(t.another().people.acceptInvitation(newcomer(second.token, 'one@example.org'))),
    ]);
    expect(refusals.toSorted()).toEqual(['conflict', null]);
    // Whoever lost did not use up the invitation.
    expect((await Promise.all([first, second].map(({ token }) => t.people.readInvitation(token)))).filter(Boolean)).toHaveLength(
      1,
    );
  });

  it('is over after 72 hours, or when it is taken back', async () => {
    const { token } = await invite();
    t.advance(72 * HOUR_MS - 1);
    expect(await t.people.readInvitation(token)).not.toBeNull();
    t.advance(1);
    expect(await t.people.readInvitation(token)).toBeNull();
    expect(await refusalOf(t.people.acceptInvitation(newcomer(token)))).toBe('conflict');
    const fresh = await t.signedIn('admin');
    const revoked = await t.people.createInvitation(fresh.caller, { role: 'viewer', email: null });
    await t.people.revokeInvitation(fresh.caller, revoked.id);
    await t.people.revokeInvitation(fresh.caller, revoked.id);
    expect(await refusalOf(t.people.acceptInvitation(newcomer(revoked.token)))).toBe('conflict');
    expect((await t.auditOf(revoked.id)).map((one) => one.action)).toEqual(['invitation.created', 'invitation.revoked']);
  });

  it('bound to an address is for that address alone', async () => {
    const { token } = await invite('viewer', 'cy@example.org');
    expect(await refusalOf(t.people.acceptInvitation(newcomer(token, 'eve@example.org')))).toBe('forbidden');
    expect(await refusalOf(t.people.acceptInvitation(newcomer(token, 'cy@example.org')))).toBeNull();
    expect(await refusalOf(invite('viewer', 'cy@example.org'))).toBe('conflict');
  });

  it('with a weak password, or an address that has an account, changes nothing', async () => {
    const { token } = await invite();
    const before = await t.auditCount();
    expect(await refusalOf(t.people.acceptInvitation({ ...newcomer(token), password: 'aaaaaaaaaaaaa' }))).toBe('invalid');
    expect(await refusalOf(t.people.acceptInvitation(newcomer(token, admin.email)))).toBe('conflict');
    expect(await refusalOf(t.people.acceptInvitation(newcomer('no such token')))).toBe('conflict');
    expect(await t.auditCount()).toBe(before);
    expect(await t.people.readInvitation(token)).not.toBeNull();
  });

  it('is for administrators to make, list and take back, at that very moment', async () => {
    const { id } = await invite();
    const { caller } = await t.signedIn('responder');
    const stale = { ...caller, actor: { ...caller.actor, role: 'admin' as const } };
    const reader = { ...admin.caller, actor: { ...admin.caller.actor, scope: 'read' as const } };
    for (const asking of [caller, stale, reader]) {
      expect(await refusalOf(t.people.createInvitation(asking, { role: 'viewer', email: null }))).toBe('forbidden');
    }
    expect(await refusalOf(t.people.listInvitations(caller))).toBe('forbidden');
    expect(await refusalOf(t.people.revokeInvitation(caller, id))).toBe('forbidden');
    expect(await refusalOf(t.people.revokeInvitation(admin.caller, uuidv7()))).toBe('not_found');
  });

  it('does not outlive the right of who made it', async () => {
    const second = await t.signedIn('admin');
    const made = await t.people.createInvitation(second.caller, { role: 'admin', email: null });
    await t.people.changeRole(admin.caller, second.id, 'responder');
    expect(await refusalOf(t.people.acceptInvitation(newcomer(made.token)))).toBe('conflict');
  });
});
