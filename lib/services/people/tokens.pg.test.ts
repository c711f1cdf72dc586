import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { refusalOf, testPeople, type TestPeople } from './testing/test-people';

const DAY_MS = 24 * 3_600_000;

let t: TestPeople;
beforeAll(async () => {
  t = await testPeople();
});
afterAll(() => t.close());

const inDays = (days: number) => new Date(Date.parse('2026-11-23T16:00:00Z') + days * DAY_MS).toISOString();

describe('a token', () => {
  it('is 256 bits after wr_, speaks for its owner within its scope, and is written down without its text', async () => {
    const ana = await t.signedIn('responder', 'Ana');
    const made = await t.people.createToken(ana.caller, { name: 'ci', scope: 'read', expiresAt: null });
    expect(made.token).toMatch(/^wr_[\w-]{43}$/);
    expect(made.token.startsWith(made.prefix)).toBe(true);
    const caller = await t.people.callerOfToken(made.token);
    expect(caller).toEqual({
      actor: { userId: ana.id, name: 'Ana', role: 'responder', via: 'token', scope: 'read' },
      sessionId: null,
      tokenId: made.id,
    });
    const [listed] = await t.people.listTokens(ana.caller);
    expect(listed).toMatchObject({ id: made.id, name: 'ci', scope: 'read', expiresAt: null });
    expect(JSON.stringify(listed)).not.toContain(made.token);
    const audit = await t.auditOf(made.id);
    expect(audit).toMatchObject([{ action: 'token.created', actorId: ana.id, detail: { name: 'ci', scope: 'read' } }]);
  });

  it('that is unknown, cut short, or changed is nobody', async () => {
    const ana = await t.signedIn();
    const { token } = await t.people.createToken(ana.caller, { name: 'ci', scope: 'write', expiresAt: null });
    const asked = [token.slice(0, -1), `${token}A`, token.toUpperCase(), `wr_${'A'.repeat(43)}`, '', 'wr_'];
    expect(await Promise.all(asked.map((one) => t.people.callerOfToken(one)))).toEqual(asked.map(() => null));
  });

  it('ends when it should, and is noted as used once a minute', async () => {
    const ana = await t.signedIn();
    const made = await t.people.createToken(ana.caller, { name: 'a day', scope: 'write', expiresAt: inDays(1) });
    const lastUsed = async () =>
      (await t.db.prisma.apiToken.findUniqueOrThrow({ where: { id: made.id } })).lastUsedAt?.getTime() ?? 0;
    await t.people.callerOfToken(made.token);
    const first = await lastUsed();
    t.advance(59_000);
    await t.people.callerOfToken(made.token);
    expect(await lastUsed()).toBe(first);
    t.advance(1_000);
    await t.people.callerOfToken(made.token);
    expect(await lastUsed()).toBe(first + 60_000);
    t.advance(DAY_MS);
    expect(await t.people.callerOfToken(made.token)).toBeNull();
    expect(await t.people.listTokens(ana.caller)).toEqual([]);
    const past = t.people.createToken(ana.caller, { name: 'late', scope: 'read', expiresAt: inDays(-1) });
    expect(await refusalOf(past)).toBe('invalid');
  });

  it('makes no other that may do more or lasts longer', async () => {
    const ana = await t.signedIn();
    const short = await t.people.createToken(ana.caller, { name: 'short', scope: 'write', expiresAt: inDays(20) });
    const reader = await t.people.createToken(ana.caller, { name: 'reader', scope: 'read', expiresAt: null });
    const asShort = (await t.people.callerOfToken(short.token))!;
    const asReader = (await t.people.callerOfToken(reader.token))!;
    const child = await t.people.createToken(asShort, { name: 'child', scope: 'write', expiresAt: null });
    expect(child.expiresAt).toBe(short.expiresAt);
    const other = await t.people.createToken(asShort, { name: 'other', scope: 'write', expiresAt: inDays(10) });
    expect(other.expiresAt).toBe(inDays(10));
    expect(await refusalOf(t.people.createToken(asReader, { name: 'x', scope: 'read', expiresAt: null }))).toBe('forbidden');
  });

  it('is ended by its owner or an administrator at once, and does not exist for others', async () => {
    const ana = await t.signedIn();
    const bo = await t.signedIn();
    const admin = await t.signedIn('admin');
    const first = await t.people.createToken(ana.caller, { name: 'one', scope: 'write', expiresAt: null });
    const second = await t.people.createToken(ana.caller, { name: 'two', scope: 'write', expiresAt: null });
    expect(await refusalOf(t.people.revokeToken(bo.caller, first.id))).toBe('not_found');
    expect(await refusalOf(t.people.revokeToken(bo.caller, uuidv7()))).toBe('not_found');
    expect(await refusalOf(t.people.listTokens(bo.caller, ana.id))).toBe('forbidden');
    await t.people.revokeToken(ana.caller, first.id);
    expect(await t.people.callerOfToken(first.token)).toBeNull();
    expect(await t.people.listTokens(admin.caller, ana.id)).toHaveLength(1);
    await t.people.revokeToken(admin.caller, second.id);
    expect(await t.people.callerOfToken(second.token)).toBeNull();
    expect((await t.auditOf(second.id)).at(-1)).toMatchObject({ action: 'token.revoked', actorId: admin.id });
    const before = await t.auditCount();
    await t.people.revokeToken(ana.caller, first.id);
    expect(await t.auditCount()).toBe(before);
  });

  it('of an account that is switched off is nobody', async () => {
    const ana = await t.signedIn();
    const { token } = await t.people.createToken(ana.caller, { name: 'ci', scope: 'write', expiresAt: null });
    await t.db.prisma.user.update({ where: { id: ana.id }, data: { disabledAt: new Date() } });
    expect(await t.people.callerOfToken(token)).toBeNull();
  });

  it('is not made for an account that is being switched off at that moment', async () => {
    const ana = await t.signedIn();
    const client = await t.db.pool.connect();
    await client.query('BEGIN');
    await client.query('UPDATE "user" SET disabled_at = now() WHERE id = $1', [ana.id]);
    let code: string | null | undefined;
    const made = refusalOf(t.people.createToken(ana.caller, { name: 'ci', scope: 'write', expiresAt: null })).then(
      (one) => (code = one),
    );
    await vi.waitFor(async () => {
      const { rows } = await t.db.pool.query('SELECT 1 FROM pg_locks WHERE NOT granted');
      expect(rows.length > 0 || code !== undefined).toBe(true);
    });
    await client.query('COMMIT');
    client.release();
    expect(await made).toBe('unauthenticated');
  });
});

describe('the tables', () => {
  it('hold no secret as it was given out', async () => {
    const admin = await t.signedIn('admin');
    const { token } = await t.people.createToken(admin.caller, { name: 'ci', scope: 'write', expiresAt: null });
    const invitation = await t.people.createInvitation(admin.caller, { role: 'viewer', email: null });
    const secrets = [token, token.slice(3), invitation.token, 'a few quiet words'];
    const { rows: tables } = await t.db.pool.query<{ name: string }>(
      `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'`,
    );
    let dump = '';
    for (const { name } of tables) {
      if (name === '"user"') continue;
      dump += JSON.stringify((await t.db.pool.query(`SELECT * FROM ${name}`)).rows);
    }
    expect(dump).toContain('token.created');
    for (const secret of secrets) expect(dump).not.toContain(secret);
  });
});
