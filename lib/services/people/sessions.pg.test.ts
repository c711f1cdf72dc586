import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CLIENT, PASSWORD, refusalOf, testPeople, type TestPeople } from './testing/test-people';

const DAY_MS = 24 * 3_600_000;

let t: TestPeople;
beforeAll(async () => {
  t = await testPeople();
});
afterAll(() => t.close());

const lastSeen = async (id: string) => (await t.db.prisma.session.findUniqueOrThrow({ where: { id } })).lastSeenAt.getTime();

describe('a session', () => {
  it('says who holds it, by the role of this moment', async () => {
    const ana = await t.signedIn('viewer', 'Ana');
    expect(ana.caller).toEqual({
      actor: { userId: ana.id, name: 'Ana', role: 'viewer', via: 'web', scope: 'write' },
      sessionId: ana.sessionId,
      tokenId: null,
    });
    await t.db.prisma.user.update({ where: { id: ana.id }, data: { role: 'responder' } });
    expect((await t.people.callerOfSession(ana.sessionId))?.actor.role).toBe('responder');
  });

  it('that is unknown, malformed, or of a disabled person is nobody', async () => {
    const ana = await t.signedIn();
    await t.db.prisma.user.update({ where: { id: ana.id }, data: { disabledAt: new Date() } });
    const asked = [uuidv7(), '', "' OR 1=1", 'undefined', ana.sessionId, `${ana.sessionId} `];
    const found = await Promise.all(asked.map((id) => t.people.callerOfSession(id)));
    expect(found).toEqual(asked.map(() => null));
  });

  it('a thousand look-ups that come together are one query', async () => {
    const ana = await t.signedIn();
    const bo = await t.signedIn();
    const query = vi.spyOn(t.db.pool, 'query');
    const ids = Array.from({ length: 1000 }, (_, n) => (n % 2 ? ana.sessionId : n % 3 ? bo.sessionId : uuidv7()));
    const found = await Promise.all(ids.map((id) => t.people.callerOfSession(id)));
    expect(query).toHaveBeenCalledTimes(1);
    query.mockRestore();
    expect(found.filter((caller) => caller?.actor.userId === ana.id)).toHaveLength(500);
    expect(found[0]).toBeNull();
    expect(found[2]?.actor.userId).toBe(bo.id);
  });

  it('notes being seen once a minute and ends 30 days after that, 90 days in all', async () => {
    const ana = await t.signedIn();
    const seen = await lastSeen(ana.sessionId);
    t.advance(59_000);
    await t.people.callerOfSession(ana.sessionId);
    expect(await lastSeen(ana.sessionId)).toBe(seen);
    t.advance(1_000);
    await t.people.callerOfSession(ana.sessionId);
    expect(await lastSeen(ana.sessionId)).toBe(seen + 60_000);
    for (let month = 0; month < 3; month += 1) {
      t.advance(29 * DAY_MS);
      expect(await t.people.callerOfSession(ana.sessionId)).not.toBeNull();
    }
    t.advance(4 * DAY_MS);
    expect(await t.people.callerOfSession(ana.sessionId)).toBeNull();
    const bo = await t.signedIn();
    t.advance(30 * DAY_MS);
    expect(await t.people.callerOfSession(bo.sessionId)).toBeNull();
  });
});

describe('revoking', () => {
  it('ends a session at the next look-up, on every process, and says so', async () => {
    const ana = await t.signedIn();
    const other = t.another().people;
    expect(await other.callerOfSession(ana.sessionId)).not.toBeNull();
    await t.people.revokeSession(ana.caller, ana.sessionId);
    expect(await other.callerOfSession(ana.sessionId)).toBeNull();
    expect(await t.people.callerOfSession(ana.sessionId)).toBeNull();
    expect((await t.auditOf(ana.sessionId)).at(-1)).toEqual({
      action: 'session.revoked',
      actorId: ana.id,
      detail: { of: ana.id },
    });
    expect(t.touched.at(-1)).toEqual([ana.id]);
    const before = await t.auditCount();
    await t.people.revokeSession(ana.caller, ana.sessionId);
    expect(await t.auditCount()).toBe(before);
  });

  it('other people’s sessions do not exist, except for administrators', async () => {
    const ana = await t.signedIn();
    const bo = await t.signedIn();
    const admin = await t.signedIn('admin');
    expect(await refusalOf(t.people.revokeSession(bo.caller, ana.sessionId))).toBe('not_found');
    expect(await refusalOf(t.people.revokeSession(bo.caller, uuidv7()))).toBe('not_found');
    expect(await refusalOf(t.people.listSessions(bo.caller, ana.id))).toBe('forbidden');
    expect(await t.people.listSessions(admin.caller, ana.id)).toMatchObject([{ id: ana.sessionId, isThis: false }]);
    await t.people.revokeSession(admin.caller, ana.sessionId);
    expect(await t.people.callerOfSession(ana.sessionId)).toBeNull();
  });

  it('is not for a token that may only read', async () => {
    const ana = await t.signedIn();
    const reader = { ...ana.caller, actor: { ...ana.caller.actor, scope: 'read' as const } };
    expect(await refusalOf(t.people.revokeSession(reader, ana.sessionId))).toBe('forbidden');
    expect(await refusalOf(t.people.signOutEverywhere(reader, { tokens: false }))).toBe('forbidden');
  });

  it('everywhere ends every session, and the tokens when asked', async () => {
    const ana = await t.signedIn();
    const second = await t.people.signIn({ email: ana.email, password: PASSWORD, ...CLIENT });
    const { token } = await t.people.createToken(ana.caller, { name: 'ci', scope: 'read', expiresAt: null });
    expect(await t.people.listSessions(ana.caller)).toHaveLength(2);
    expect(await t.people.signOutEverywhere(ana.caller, { tokens: false })).toEqual({ sessions: 2, tokens: 0 });
    expect(await t.people.callerOfSession(second.sessionId)).toBeNull();
    expect(await t.people.callerOfToken(token)).not.toBeNull();
    expect(await t.people.signOutEverywhere(ana.caller, { tokens: true })).toEqual({ sessions: 0, tokens: 1 });
    expect(await t.people.callerOfToken(token)).toBeNull();
    expect((await t.auditOf(ana.id)).map((one) => one.action)).toContain('sessions.revoked');
  });
});

describe('sweeping', () => {
  it('removes what has been over for a month and nothing else', async () => {
    const ana = await t.signedIn();
    await t.people.revokeSession(ana.caller, ana.sessionId);
    t.advance(29 * DAY_MS);
    await t.people.sweepPeople();
    expect(await t.db.prisma.session.findUnique({ where: { id: ana.sessionId } })).not.toBeNull();
    const bo = await t.signedIn();
    t.advance(2 * DAY_MS);
    await t.people.sweepPeople();
    expect(await t.db.prisma.session.findUnique({ where: { id: ana.sessionId } })).toBeNull();
    expect(await t.people.callerOfSession(bo.sessionId)).not.toBeNull();
  });
});
