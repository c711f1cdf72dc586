import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { argon2Passwords } from './passwords';
import { CLIENT, PASSWORD, refusalOf, testPeople, type TestPeople } from './testing/test-people';

const MINUTE_MS = 60_000;

let t: TestPeople;
beforeAll(async () => {
  t = await testPeople();
});
afterAll(() => t.close());

const wordsOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: Error) => error.message,
  );
const median = (all: number[]) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

describe('signing in', () => {
  it('starts a new session each time and leaves the old ones alone', async () => {
    const ana = await t.signedIn();
    const { sessionId, user } = await t.people.signIn({ email: ana.email, password: PASSWORD, ...CLIENT });
    expect(user.id).toBe(ana.id);
    expect(sessionId).not.toBe(ana.sessionId);
    const rows = await t.db.prisma.session.findMany({ where: { userId: ana.id } });
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ address: CLIENT.address, userAgent: 'Test', revokedAt: null });
    expect(await t.auditOf(sessionId)).toMatchObject([{ action: 'sign-in.done', actorId: ana.id }]);
  });

  it('says the same of a wrong password, an unknown address and an account without a password, and writes it down', async () => {
    const ana = await t.signedIn();
    const oidc = await t.signedIn();
    await t.db.prisma.user.update({ where: { id: oidc.id }, data: { passwordHash: null } });
    const tried = [ana.email, oidc.email, 'nobody@example.org'].map((email) => ({ email, password: 'not this one', ...CLIENT }));
    const words = await Promise.all(tried.map((input) => wordsOf(t.people.signIn(input))));
    expect(new Set(words).size).toBe(1);
    expect((await t.auditOf(ana.id)).at(-1)).toMatchObject({ action: 'sign-in.failed', actorId: null });
    expect(await refusalOf(t.people.signIn({ email: ana.email, password: 'x'.repeat(1024), ...CLIENT }))).toBe('unauthenticated');
  });

  it('refuses a disabled account, and tells only who knows the password', async () => {
    const ana = await t.signedIn();
    await t.db.prisma.user.update({ where: { id: ana.id }, data: { disabledAt: new Date() } });
    expect(await refusalOf(t.people.signIn({ email: ana.email, password: PASSWORD, ...CLIENT }))).toBe('forbidden');
    expect(await refusalOf(t.people.signIn({ email: ana.email, password: 'wrong', ...CLIENT }))).toBe('unauthenticated');
  });

  it('takes 40 at once for one person', async () => {
    const ana = await t.signedIn();
    const refusals = await Promise.all(
      Array.from({ length: 40 }, () => refusalOf(t.people.signIn({ email: ana.email, password: PASSWORD, ...CLIENT }))),
    );
    expect(refusals).toEqual(Array(40).fill(null));
  });
});

describe('guessing', () => {
  it('of 1,000 guesses at an account at once, on two processes, at most 10 are compared in 15 minutes', async () => {
    const ana = await t.signedIn();
    const other = t.another().people;
    const before = t.passwords.compared;
    const guess = (people: typeof other, n: number) =>
      refusalOf(people.signIn({ email: ana.email, password: `guess ${n}`, address: `198.51.100.${n % 250}`, userAgent: '' }));
    for (let minute = 0; minute < 15; minute += 1) {
      await Promise.all(Array.from({ length: 67 }, (_, n) => guess(n % 2 ? other : t.people, n)));
      t.advance(MINUTE_MS);
    }
    expect(t.passwords.compared - before).toBeLessThanOrEqual(10);
    expect(t.passwords.compared - before).toBeGreaterThanOrEqual(8);
  });

  it('says how long to wait, and lets the person in after that', async () => {
    const ana = await t.signedIn();
    const wrong = { email: ana.email, password: 'wrong', ...CLIENT, address: '198.51.100.251' };
    for (let n = 0; n < 8; n += 1) expect(await refusalOf(t.people.signIn(wrong))).toBe('unauthenticated');
    const refused = await t.people.signIn({ ...wrong, password: PASSWORD }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'too_many', retryAfterS: 450 });
    expect((refused as Error).message).toContain('Wait 8 minutes');
    t.advance(449_000);
    expect(await refusalOf(t.people.signIn({ ...wrong, password: PASSWORD }))).toBe('too_many');
    t.advance(1_000);
    expect(await refusalOf(t.people.signIn({ ...wrong, password: PASSWORD }))).toBeNull();
    for (let n = 0; n < 8; n += 1) expect(await refusalOf(t.people.signIn(wrong))).toBe('unauthenticated');
  });

  it('counts what comes from one address, whatever the account, and does not charge accounts for it', async () => {
    const ana = await t.signedIn();
    const from = { address: '2001:db8:1:2::77', userAgent: '' };
    const codes: (string | null)[] = [];
    for (let n = 0; n < 70; n += 1) {
      codes.push(await refusalOf(t.people.signIn({ email: `guess${n}@example.org`, password: 'wrong', ...from })));
    }
    expect(codes.filter((code) => code === 'unauthenticated')).toHaveLength(60);
    const neighbour = { ...from, address: '2001:db8:1:2:ffff::1' };
    for (let n = 0; n < 9; n += 1) {
      const fresh = t.another().people;
      expect(await refusalOf(fresh.signIn({ email: ana.email, password: PASSWORD, ...neighbour }))).toBe('too_many');
    }
    expect(await refusalOf(t.people.signIn({ email: ana.email, password: PASSWORD, ...CLIENT }))).toBeNull();
  });

  it('keeps nothing readable of what was typed', async () => {
    await refusalOf(t.people.signIn({ email: 'mysecret@password.example', password: 'wrong', ...CLIENT }));
    const rows = await t.db.prisma.guessBucket.findMany();
    expect(JSON.stringify(rows)).not.toContain('mysecret');
  });
});

describe('with argon2id', () => {
  it('an unknown address costs as much as a known one', async () => {
    const people = t.another({ passwords: argon2Passwords() }).people;
    const ana = await t.signedIn();
    await t.db.prisma.user.update({ where: { id: ana.id }, data: { passwordHash: await argon2Passwords().hash(PASSWORD) } });
    expect(await refusalOf(people.signIn({ email: ana.email, password: PASSWORD, ...CLIENT }))).toBeNull();
    const timed = async (email: string) => {
      const startedAt = performance.now();
      await refusalOf(people.signIn({ email, password: 'wrong', ...CLIENT, address: '203.0.113.9' }));
      return performance.now() - startedAt;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let n = 0; n < 8; n += 1) {
      known.push(await timed(ana.email));
      unknown.push(await timed('nobody-at-all@example.org'));
    }
    // Loose: without the decoy the unknown one is ten times faster.
    expect(median(unknown) / median(known)).toBeGreaterThan(0.5);
    expect(median(unknown) / median(known)).toBeLessThan(2);
  });

  it('takes the same word from another keyboard', async () => {
    const passwords = argon2Passwords();
    const stored = await passwords.hash('caf\u00e9 am morgen');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwords.verify(stored, 'cafe\u0301 am morgen')).toBe(true);
    expect(await passwords.verify(stored, 'cafe am morgen')).toBe(false);
    expect(await passwords.verify(null, 'caf\u00e9 am morgen')).toBe(false);
  });
});
