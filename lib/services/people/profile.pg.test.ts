import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLIENT, PASSWORD, refusalOf, testPeople, type TestPeople } from './testing/test-people';

const NEXT = 'four other quiet words';

let t: TestPeople;
beforeAll(async () => {
  t = await testPeople();
});
afterAll(() => t.close());

describe('the profile', () => {
  it('changes field by field, two tabs at once included', async () => {
    const ana = await t.signedIn('responder', 'Ana');
    expect(await t.people.readProfile(ana.caller)).toMatchObject({
      name: 'Ana',
      email: ana.email,
      timeZone: null,
      hasPassword: true,
      preferences: { theme: 'system', singleKeys: true },
    });
    await Promise.all([
      t.people.changeProfile(ana.caller, { preferences: { theme: 'dark' } }),
      t.people.changeProfile(ana.caller, { preferences: { singleKeys: false } }),
      t.people.changeProfile(ana.caller, { name: 'Ana B.', timeZone: 'Europe/Berlin' }),
    ]);
    expect(await t.people.readProfile(ana.caller)).toMatchObject({
      name: 'Ana B.',
      timeZone: 'Europe/Berlin',
      preferences: { theme: 'dark', singleKeys: false },
    });
    expect((await t.people.callerOfSession(ana.sessionId))?.actor.name).toBe('Ana B.');
    const written = (await t.auditOf(ana.id)).filter((one) => one.action === 'profile.changed');
    expect(written).toHaveLength(3);
  });

  it('is not changed by a token that may only read', async () => {
    const { caller } = await t.signedIn();
    const reader = { ...caller, actor: { ...caller.actor, scope: 'read' as const } };
    expect(await refusalOf(t.people.changeProfile(reader, { name: 'Eve' }))).toBe('forbidden');
    expect(await refusalOf(t.people.changePassword(reader, { current: PASSWORD, password: NEXT }, CLIENT.address))).toBe(
      'forbidden',
    );
  });
});

describe('the password', () => {
  it('changes with the current one and ends every other session', async () => {
    const ana = await t.signedIn();
    const second = await t.people.signIn({ email: ana.email, password: PASSWORD, ...CLIENT });
    await t.people.createToken(ana.caller, { name: 'ci', scope: 'read', expiresAt: null });
    const changed = await t.people.changePassword(ana.caller, { current: PASSWORD, password: NEXT }, CLIENT.address);
    expect(changed).toEqual({ sessionsEnded: 1, tokens: 1 });
    expect(await t.people.callerOfSession(second.sessionId)).toBeNull();
    expect(await t.people.callerOfSession(ana.sessionId)).not.toBeNull();
    expect(await refusalOf(t.people.signIn({ email: ana.email, password: PASSWORD, ...CLIENT }))).toBe('unauthenticated');
    expect(await refusalOf(t.people.signIn({ email: ana.email, password: NEXT, ...CLIENT }))).toBeNull();
    expect((await t.auditOf(ana.id)).map((one) => one.action)).toContain('password.changed');
  });

  it('stays where the current one is wrong, and guesses at it count like those at sign-in', async () => {
    const ana = await t.signedIn();
    const attempt = () => refusalOf(t.people.changePassword(ana.caller, { current: 'wrong', password: NEXT }, '198.51.100.9'));
    for (let n = 0; n < 8; n += 1) expect(await attempt()).toBe('invalid');
    expect(await attempt()).toBe('too_many');
    expect(await refusalOf(t.people.signIn({ email: ana.email, password: PASSWORD, ...CLIENT }))).toBe('too_many');
  });

  it('is not changed to a weak one, nor twice at once', async () => {
    const ana = await t.signedIn();
    const to = (password: string) =>
      refusalOf(t.people.changePassword(ana.caller, { current: PASSWORD, password }, CLIENT.address));
    expect(await to('123456789012')).toBe('invalid');
    expect(await to(ana.email)).toBe('invalid');
    const both = await Promise.all([to('first of the two words'), to('second of the two words')]);
    expect(both.toSorted()).toEqual(['conflict', null]);
  });

  it('is set without a current one only where there was none, in the browser', async () => {
    const ana = await t.signedIn();
    expect(await refusalOf(t.people.changePassword(ana.caller, { current: null, password: NEXT }, CLIENT.address))).toBe(
      'invalid',
    );
    await t.db.prisma.user.update({ where: { id: ana.id }, data: { passwordHash: null } });
    const program = { ...ana.caller, sessionId: null };
    expect(await refusalOf(t.people.changePassword(program, { current: null, password: NEXT }, CLIENT.address))).toBe(
      'forbidden',
    );
    expect(await refusalOf(t.people.changePassword(ana.caller, { current: null, password: NEXT }, CLIENT.address))).toBeNull();
    expect(await refusalOf(t.people.signIn({ email: ana.email, password: NEXT, ...CLIENT }))).toBeNull();
  });

  it('that was forgotten is replaced from the server, which ends every session and is noted', async () => {
    const ana = await t.signedIn();
    const { password, sessionsEnded } = await t.people.replacePassword(` ${ana.email.toUpperCase()} `);
    expect(sessionsEnded).toBe(1);
    expect(await t.people.callerOfSession(ana.sessionId)).toBeNull();
    expect(await refusalOf(t.people.signIn({ email: ana.email, password: PASSWORD, ...CLIENT }))).toBe('unauthenticated');
    expect(await refusalOf(t.people.signIn({ email: ana.email, password, ...CLIENT }))).toBeNull();
    expect(t.touched.at(-1)).toEqual([ana.id]);
    const audit = await t.auditOf(ana.id);
    expect(audit).toContainEqual({ action: 'password.replaced', actorId: null, detail: { sessionsEnded: 1 } });
    expect(JSON.stringify(audit)).not.toContain(password);
  });

  it('of nobody, or of an account that is switched off, is not replaced', async () => {
    const ana = await t.signedIn();
    await t.db.prisma.user.update({ where: { id: ana.id }, data: { disabledAt: new Date() } });
    expect(await refusalOf(t.people.replacePassword('nobody@example.org'))).toBe('not_found');
    expect(await refusalOf(t.people.replacePassword(ana.email))).toBe('rule');
  });
});
