import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testServices, type TestServices } from '../testing/test-services';

let t: TestServices;
beforeAll(async () => {
  t = await testServices();
});
afterAll(() => t.close());

describe('declaring', () => {
  it('gives numbers without gaps, a title being enough', async () => {
    const caller = await t.person('responder', 'Ana');
    const keys = await Promise.all(Array.from({ length: 5 }, (_, n) => t.declare(caller, { title: `Outage ${n}` })));
    expect(keys.map((key) => Number(key.slice(4))).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
  });

  it('[W1] the same declaration twice, even at once, makes one incident and no gap', async () => {
    const caller = await t.person('responder');
    const request = { id: uuidv7(), input: { title: 'Twice' } };
    const other = t.another();
    const [first, second] = await Promise.all([
      t.services.incidents.declare(caller, request),
      other.incidents.declare(caller, request),
    ]);
    expect(second?.key).toBe(first?.key);
    const next = await t.declare(caller);
    expect(Number(next.slice(4))).toBe(Number(first?.key.slice(4)) + 1);
    await expect(t.services.incidents.declare(caller, { ...request, input: { title: 'Else' } })).rejects.toMatchObject({
      code: 'mismatch',
    });
  });

  it('refuses viewers, unknown fields, long titles and impact in the future, and writes nothing', async () => {
    const viewer = await t.person('viewer');
    const caller = await t.person('responder');
    const attempt = (who: typeof caller, input: object) => t.services.incidents.declare(who, { id: uuidv7(), input });
    const count = async () => (await t.db.pool.query('SELECT count(*)::int AS n FROM event')).rows[0].n;
    const before = await count();
    await expect(attempt(viewer, { title: 'x' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(attempt(caller, { title: 'x', seq: 7 })).rejects.toMatchObject({ code: 'invalid' });
    await expect(attempt(caller, { title: 'x'.repeat(201) })).rejects.toMatchObject({ code: 'invalid' });
    await expect(attempt(caller, { title: 'a\0b' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(attempt(caller, { title: 'x', startedAt: '2999-01-01T00:00:00Z' })).rejects.toMatchObject({ code: 'invalid' });
    expect(await count()).toBe(before);
  });
});
