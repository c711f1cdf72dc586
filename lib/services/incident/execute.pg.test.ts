import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { testServices, type TestServices } from '../testing/test-services';

let t: TestServices;
beforeAll(async () => {
  t = await testServices();
});
afterAll(() => t.close());

const note = (text: string, id = uuidv7()) => ({ id, name: 'log.write', input: { text } });

async function room(role: 'admin' | 'responder' = 'responder') {
  const caller = await t.person(role);
  const incident = await t.declare(caller);
  return {
    caller,
    incident,
    take: (request: { id: string; name: string; input: unknown; at?: string }) =>
      t.services.incidents.execute(caller, { incident, ...request }),
  };
}

const rows = async (sql: string, parameters: unknown[]) => (await t.db.pool.query(sql, parameters)).rows;

describe('taking a command', () => {
  it('writes the event, the row and the claim together, and publishes after', async () => {
    const { incident, take } = await room();
    const { events, seq } = await take(note('nginx answers 502'));
    expect(seq).toBe(2);
    const incidentId = events[0]?.incidentId;
    expect(await rows('SELECT type, data FROM event WHERE incident_id = $1 AND seq = 2', [incidentId])).toEqual([
      { type: 'log.written', data: { text: 'nginx answers 502' } },
    ]);
    expect(await rows('SELECT text FROM log_entry WHERE incident_id = $1', [incidentId])).toEqual([
      { text: 'nginx answers 502' },
    ]);
    expect(await rows('SELECT seq FROM incident WHERE key = $1', [incident])).toEqual([{ seq: 2 }]);
    expect(
      t.published
        .filter((message) => message.incidentId === incidentId)
        .flatMap(({ events: all }) => all.map((event) => event.seq)),
    ).toContain(2);
  });

  it('[W1] the same command twice writes once and answers the same', async () => {
    const { take } = await room();
    const request = note('once');
    const first = await take(request);
    const second = await take(request);
    expect(second).toEqual(first);
    expect(await rows('SELECT 1 FROM event WHERE command_id = $1', [request.id])).toHaveLength(1);
  });

  it('[W1] the same command twice at once, in two processes, writes once', async () => {
    const { caller, incident, take } = await room();
    const other = t.another();
    const request = note('at once');
    const answers = await Promise.all([take(request), other.incidents.execute(caller, { incident, ...request }), take(request)]);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await rows('SELECT 1 FROM event WHERE command_id = $1', [request.id])).toHaveLength(1);
  });

  it('[W1] the same id with another body is refused and writes nothing', async () => {
    const { take } = await room();
    const request = note('first');
    await take(request);
    await expect(take({ ...request, input: { text: 'second' } })).rejects.toMatchObject({ code: 'mismatch' });
    await expect(take({ ...request, at: new Date().toISOString() })).rejects.toMatchObject({ code: 'mismatch' });
    expect(await rows('SELECT 1 FROM event WHERE command_id = $1', [request.id])).toHaveLength(1);
  });

  it('[W1] the same id by somebody else or in another incident is refused', async () => {
    const { take, incident } = await room();
    const request = note('mine');
    await take(request);
    const stranger = await t.person('responder');
    await expect(t.services.incidents.execute(stranger, { incident, ...request })).rejects.toMatchObject({ code: 'mismatch' });
    const elsewhere = await room();
    await expect(elsewhere.take(request)).rejects.toMatchObject({ code: expect.stringMatching(/mismatch|unavailable/) });
    expect(await rows('SELECT 1 FROM event WHERE command_id = $1', [request.id])).toHaveLength(1);
  });

  it('[W1] the same id claimed in another incident between the look and the writing is refused, and nothing is written', async () => {
    const [here, elsewhere] = [await room(), await room()];
    const request = note('late');
    const [other] = await rows('SELECT id FROM incident WHERE key = $1', [elsewhere.incident]);
    const client = await t.db.pool.connect();
    try {
      await client.query('BEGIN');
      await client.query(
        `INSERT INTO command (id, incident_id, actor_id, name, body_hash, first_seq, last_seq, taken_at)
         VALUES ($1, $2, $3, 'log.write', 'another body', 1, 1, now())`,
        [request.id, other.id, elsewhere.caller.actor.userId],
      );
      const taking = here.take(request).catch((error: unknown) => error);
      const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      await vi.waitUntil(async () => (await rows(waiting, [])).length > 0, { timeout: 5000, interval: 5 });
      await client.query('COMMIT');
      expect(await taking).toMatchObject({ code: 'mismatch' });
    } finally {
      client.release();
    }
    expect(await rows('SELECT 1 FROM event WHERE command_id = $1', [request.id])).toHaveLength(0);
    expect((await here.take(note('goes on'))).seq).toBe(2);
  });

  it('[W2] rights are those of the moment of the transaction, not of the request', async () => {
    const { caller, incident } = await room();
    await t.db.pool.query(`UPDATE "user" SET role = 'viewer' WHERE id = $1`, [caller.actor.userId]);
    await expect(t.services.incidents.execute(caller, { incident, ...note('too late') })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await t.db.pool.query('UPDATE "user" SET disabled_at = now() WHERE id = $1', [caller.actor.userId]);
    await expect(t.services.incidents.execute(caller, { incident, ...note('too late') })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });

  it('a commander starts a test for its owner, whom the command does not name, unless that person only observes', async () => {
    const { caller, take } = await room();
    const owner = await t.person('responder');
    const { userId } = owner.actor;
    const make = (name: string, input: unknown) => take({ id: uuidv7(), name, input });
    await make('command.take', {});
    for (const hypothesis of ['H1', 'H2']) {
      await make('hypothesis.propose', { statement: `Cause ${hypothesis}` });
      await make('hypothesis.assign', { hypothesis, userId });
    }
    const { events } = await make('hypothesis.start-test', { hypothesis: 'H1' });
    expect(events.at(-1)).toMatchObject({ actor: { userId: caller.actor.userId }, data: { ownerId: userId } });
    await make('role.assign', { userId, role: 'observer' });
    await expect(make('hypothesis.start-test', { hypothesis: 'H2' })).rejects.toMatchObject({ code: 'rule' });
  });

  it('[W3] many at once from two processes get 2, 3, 4 ... without a gap', async () => {
    const { caller, incident, take } = await room();
    const other = t.another();
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        n % 2 ? take(note(`a${n}`)) : other.incidents.execute(caller, { incident, ...note(`b${n}`) }),
      ),
    );
    expect(answers.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, n) => n + 2));
  });

  it('[W4] nothing is answered or published where the commit failed', async () => {
    const { caller, incident } = await room();
    const pool = new Proxy(t.db.pool, {
      get: (target, name) => (name === 'connect' ? connect : Reflect.get(target, name).bind?.(target)),
    });
    const connect = async () => {
      const client = await t.db.pool.connect();
      return new Proxy(client, {
        get(target, name) {
          const value = Reflect.get(target, name);
          if (name !== 'query') return typeof value === 'function' ? value.bind(target) : value;
          return (text: string, ...rest: unknown[]) =>
            text === 'COMMIT' ? Promise.reject(new Error('disk on fire')) : value.call(target, text, ...rest);
        },
      });
    };
    const heard: unknown[] = [];
    const broken = t.another({ pool, published: (message) => void heard.push(message) });
    const request = note('never');
    await expect(broken.incidents.execute(caller, { incident, ...request })).rejects.toThrow('disk on fire');
    expect(heard).toEqual([]);
    expect(await rows('SELECT 1 FROM event WHERE command_id = $1', [request.id])).toHaveLength(0);
    const again = await t.services.incidents.execute(caller, { incident, ...request });
    expect(again.seq).toBe(2);
  });

  it('[W5] a hundred at once share transactions', async () => {
    const { take } = await room();
    const before = Number(
      (await rows('SELECT xact_commit AS n FROM pg_stat_database WHERE datname = current_database()', []))[0]?.n,
    );
    const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => take(note(`storm ${n}`))));
    expect(answers).toHaveLength(100);
    const stamps = new Set(answers.map(({ events }) => events[0]?.recordedAt));
    expect(stamps.size).toBeLessThan(10);
    expect(before).toBeGreaterThan(0);
  });

  it('two who judge at once: one is taken, the other learns how it stands', async () => {
    const { take, incident } = await room();
    const other = await t.person('responder', 'Bo');
    await take({ id: uuidv7(), name: 'hypothesis.propose', input: { statement: 'Redis is out of memory' } });
    const judge = (name: string) => ({ id: uuidv7(), name, input: { hypothesis: 'H1', because: 'seen', was: 'open' } });
    const settled = await Promise.allSettled([
      take(judge('hypothesis.confirm')),
      t.services.incidents.execute(other, { incident, ...judge('hypothesis.reject') }),
    ]);
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refusal = settled.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(refusal.reason).toMatchObject({ code: 'conflict', present: expect.anything() });
  });

  it('a private incident does not exist for a stranger, and nothing is written', async () => {
    const caller = await t.person('responder');
    const incident = await t.declare(caller, { title: 'Keys leaked', isPrivate: true });
    const stranger = await t.person('responder');
    const request = note('hello');
    for (const attempt of [
      t.services.incidents.execute(stranger, { incident, ...request }),
      t.services.incidents.loadRoom(stranger, incident),
      t.services.incidents.readEvents(stranger, incident, { after: 0, limit: 10 }),
    ]) {
      await expect(attempt).rejects.toMatchObject({ code: 'not_found' });
    }
    expect((await t.services.incidents.list(stranger, {})).incidents.map(({ key }) => key)).not.toContain(incident);
    expect(await rows('SELECT 1 FROM command WHERE id = $1', [request.id])).toHaveLength(0);
  });
});
