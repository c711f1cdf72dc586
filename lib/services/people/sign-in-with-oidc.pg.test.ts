import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLIENT, PASSWORD, refusalOf, testPeople, type SignedInPerson, type TestPeople } from './testing/test-people';

let t: TestPeople;
let admin: SignedInPerson;
beforeAll(async () => {
  t = await testPeople();
  admin = await t.signedIn('admin');
});
afterAll(() => t.close());

const identity = (email: string | null, more: { subject?: string; emailVerified?: boolean; issuer?: string } = {}) => ({
  issuer: 'https://id.example.org',
  subject: uuidv7(),
  email,
  emailVerified: true,
  name: 'Bo',
  ...more,
  ...CLIENT,
});

describe('signing in by an identity provider', () => {
  it('lets nobody in who was not invited', async () => {
    const before = await t.auditCount();
    expect(await refusalOf(t.people.signInWithOidc(identity('eve@example.org')))).toBe('not_found');
    expect(await refusalOf(t.people.signInWithOidc(identity(null)))).toBe('not_found');
    expect(await t.auditCount()).toBe(before);
  });

  it('lets in whom an open invitation names, with its role, once; later the subject decides', async () => {
    const { id } = await t.people.createInvitation(admin.caller, { role: 'viewer', email: 'bo@example.org' });
    const bo = identity('Bo@Example.org');
    const [first, second] = await Promise.all([t.people.signInWithOidc(bo), t.another().people.signInWithOidc(bo)]);
    expect(first.user).toMatchObject({ email: 'bo@example.org', role: 'viewer', name: 'Bo' });
    expect(second.user.id).toBe(first.user.id);
    expect((await t.auditOf(id)).map((one) => one.action)).toEqual(['invitation.created', 'invitation.accepted']);
    const renamed = await t.people.signInWithOidc({ ...bo, email: 'new@example.org', emailVerified: false });
    expect(renamed.user.id).toBe(first.user.id);
    expect(await refusalOf(t.people.signInWithOidc({ ...bo, issuer: 'https://other.example.org' }))).toBe('not_found');
  });

  it('an address that the provider did not verify opens nothing', async () => {
    await t.people.createInvitation(admin.caller, { role: 'admin', email: 'cy@example.org' });
    expect(await refusalOf(t.people.signInWithOidc(identity('cy@example.org', { emailVerified: false })))).toBe('not_found');
    expect(await refusalOf(t.people.signInWithOidc(identity(admin.email, { emailVerified: false })))).toBe('not_found');
  });

  it('a verified address of a known person links the two, and takes away what opened the account before', async () => {
    const ana = await t.signedIn();
    const { token } = await t.people.createToken(ana.caller, { name: 'ci', scope: 'write', expiresAt: null });
    const { user, sessionId } = await t.people.signInWithOidc(identity(ana.email));
    expect(user.id).toBe(ana.id);
    expect(await t.people.callerOfSession(sessionId)).not.toBeNull();
    expect(await t.people.callerOfSession(ana.sessionId)).toBeNull();
    expect(await t.people.callerOfToken(token)).toBeNull();
    expect(await refusalOf(t.people.signIn({ email: ana.email, password: PASSWORD, ...CLIENT }))).toBe('unauthenticated');
    expect((await t.auditOf(ana.id)).map((one) => one.action)).toContain('oidc.linked');
    expect(await refusalOf(t.people.signInWithOidc(identity(ana.email)))).toBe('not_found');
  });

  it('an account that is switched off stays shut', async () => {
    const ana = await t.signedIn();
    const who = identity(ana.email);
    await t.people.signInWithOidc(who);
    await t.people.disableMember(admin.caller, ana.id);
    expect(await refusalOf(t.people.signInWithOidc(who))).toBe('forbidden');
  });
});
