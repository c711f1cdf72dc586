import { afterEach, describe, expect, it } from 'vitest';
import { refusalOf, testPeople, type TestPeople } from './testing/test-people';

const INPUT = { token: 'the one-time token', name: 'Ana', email: 'ana@example.org', password: 'a few quiet words' };

let t: TestPeople;
afterEach(() => t.close());

describe('setting up', () => {
  it('makes the administrator with a token that works, once', async () => {
    t = await testPeople({ setupToken: INPUT.token });
    expect(await t.people.needsSetup()).toBe(true);
    const { user, apiToken } = await t.people.setup(INPUT);
    expect(user).toMatchObject({ name: 'Ana', email: 'ana@example.org', role: 'admin' });
    expect(await t.people.needsSetup()).toBe(false);
    const caller = await t.people.callerOfToken(apiToken);
    expect(caller?.actor).toEqual({ userId: user.id, name: 'Ana', role: 'admin', via: 'token', scope: 'write' });
    expect(await t.auditOf(user.id)).toMatchObject([{ action: 'setup.done', actorId: user.id }]);
    expect(await refusalOf(t.people.setup({ ...INPUT, email: 'eve@example.org' }))).toBe('conflict');
    expect(await refusalOf(t.people.setup({ ...INPUT, token: 'wrong' }))).toBe('conflict');
  });

  it('refuses another token, no token at all, and weak passwords, and writes nothing', async () => {
    t = await testPeople({ setupToken: INPUT.token });
    expect(await refusalOf(t.people.setup({ ...INPUT, token: 'the one-time tokem' }))).toBe('forbidden');
    expect(await refusalOf(t.people.setup({ ...INPUT, token: '' }))).toBe('forbidden');
    expect(await refusalOf(t.another({ setupToken: null }).people.setup(INPUT))).toBe('forbidden');
    expect(await refusalOf(t.people.setup({ ...INPUT, password: 'password1234' }))).toBe('invalid');
    expect(await t.people.needsSetup()).toBe(true);
    expect(await t.auditCount()).toBe(0);
  });

  it('several at once, on two processes, make one administrator', async () => {
    // All of them have found nobody and hashed their password before the first one writes.
    let hashed = 0;
    let release = () => {};
    const together = new Promise<void>((resolve) => (release = resolve));
    const hash = async (password: string) => {
      if ((hashed += 1) === 4) release();
      await together;
      return `plain:${password}`;
    };
    t = await testPeople({ setupToken: INPUT.token, passwords: { hash, verify: async () => false } });
    const other = t.another().people;
    const refusals = await Promise.all(
      [t.people, other, t.people, other].map((people, n) => refusalOf(people.setup({ ...INPUT, email: `a${n}@example.org` }))),
    );
    expect(refusals.filter((code) => code === null)).toHaveLength(1);
    expect(refusals.filter((code) => code === 'conflict')).toHaveLength(3);
    expect(await t.db.prisma.user.count()).toBe(1);
  });
});
