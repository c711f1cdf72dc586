import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { CommandId, IncidentId } from '@/lib/core/ids';
import { decide, isCommandName, place } from './decide';
import { commands } from './registry';
import { actorOf, busyRoom, EVERYBODY, PEOPLE, Room, STRANGER, uuid } from './testing/room';
import { drawCommand, inputOf } from './testing/model-commands';
import { newWorld } from './testing/model-world';
import { randomOf } from './testing/random';
import { randomRoom } from './testing/random-room';

const placing = (room: Room) => ({
  incidentId: uuid(2, 1) as IncidentId,
  after: room.state.seq,
  meta: room.metaOf('bo', {}),
  offsetMin: 60,
  eventId: (index: number) => uuid(4, index + 1),
});

describe('decide', () => {
  it('answers the same to the same question', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const room = randomRoom(seed, 40);
        const meta = room.metaOf('bo', {});
        const { name, said } = drawCommand(randomOf(seed), newWorld('ana'));
        const first = decide(room.state, name, inputOf(said), meta);
        expect(decide(room.state, name, structuredClone(inputOf(said)), { ...meta })).toEqual(first);
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it('refuses whatever makes no sense with a sentence, and never throws', () => {
    const room = busyRoom();
    fc.assert(
      fc.property(
        fc.constantFrom(...commands),
        fc.constantFrom(...EVERYBODY),
        fc.anything({ maxDepth: 3 }),
        (command, who, input) => {
          const decision = decide(room.state, command.name, input, room.metaOf(who, {}));
          if (!decision.ok) expect(decision.message).toMatch(/[.!?]$/);
        },
      ),
      { seed: 6, numRuns: 1000 },
    );
  });

  it('refuses inputs that are almost right, field by field', () => {
    const room = busyRoom();
    const fields = { hypothesis: 'H1', evidence: 'E1', task: 'T1', entry: 2, text: 'x', because: 'x', userId: PEOPLE.bo.userId };
    const wrong = fc.oneof(
      fc.anything({ maxDepth: 1 }),
      fc.constantFrom('H0', 'h1 ', '__proto__', 'constructor', 'a\0b', '\ud800', -1, 1e300, NaN, '1e3', 'x'.repeat(20_000)),
    );
    const input = fc
      .record({ field: fc.constantFrom(...Object.keys(fields)), value: wrong })
      .map(({ field, value }) => ({ ...fields, [field]: value }));
    fc.assert(
      fc.property(fc.constantFrom(...commands), input, (command, given) => {
        const known = Object.keys((command.input as unknown as { shape: object }).shape);
        const narrowed = Object.fromEntries(Object.entries(given).filter(([field]) => known.includes(field)));
        const decision = decide(room.state, command.name, narrowed, room.metaOf('ana', {}));
        if (!decision.ok) expect(decision.message).toMatch(/^[^[\]{}]+[.!?]$/s);
      }),
      { seed: 7, numRuns: 1000 },
    );
  });

  it('names each wrong field', () => {
    const room = new Room();
    const decision = decide(room.state, 'hypothesis.propose', { statement: 5, pattern: 'x', extra: 1 }, room.metaOf('bo', {}));
    expect(decision).toMatchObject({
      code: 'invalid',
      issues: [
        { path: 'statement', message: 'statement must be text.' },
        { path: 'pattern', message: expect.stringMatching(/^pattern must be one of deploy, /) },
        { path: '', message: 'There is no field extra here. Leave it out.' },
      ],
    });
  });

  it('says what is missing', () => {
    const room = new Room();
    const decision = decide(room.state, 'log.write', {}, room.metaOf('bo', {}));
    expect(decision).toMatchObject({ code: 'invalid', message: 'text is missing.' });
  });

  it('knows no other command', () => {
    const room = new Room();
    expect(decide(room.state, 'incident.explode', {}, room.metaOf('bo', {}))).toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('no command incident.explode'),
    });
    expect(isCommandName('incident.describe')).toBe(true);
    expect(isCommandName('constructor')).toBe(false);
  });

  it.each(commands.map((command) => command.name))('writes nothing for a token that only reads: %s', (name) => {
    const room = busyRoom();
    const meta = { ...room.metaOf('ana', {}), actor: { ...actorOf('ana'), scope: 'read' as const } };
    expect(decide(room.state, name, {}, meta)).toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('only read'),
    });
  });

  it.each(commands.map((command) => command.name))('does not let a stranger learn of a private incident: %s', (name) => {
    const room = busyRoom().do('ana', 'incident.restrict', { isPrivate: true });
    for (const who of ['cy', 'viewer'] as const) {
      expect(decide(room.state, name, {}, room.metaOf(who, {}))).toEqual({
        ok: false,
        code: 'not_found',
        message: 'There is no such incident.',
      });
    }
  });

  const others = commands.filter(({ name }) => name !== 'question.ask');
  it.each(others.map((command) => [command.name, command] as const))('lets a viewer do nothing but ask: %s', (_name, command) => {
    expect(command.may(busyRoom().state, actorOf('viewer'))).toMatch(/viewer/);
  });
});

describe('the registry', () => {
  it('has one name and one path for each command, and a schema that says itself', () => {
    expect(new Set(commands.map((command) => command.name)).size).toBe(43);
    expect(new Set(commands.map((command) => command.path)).size).toBe(43);
    for (const { input, path } of commands) {
      const schema = z.toJSONSchema(input, { io: 'input' });
      expect(schema.additionalProperties).toBe(false);
      for (const [, field] of path.matchAll(/\{(\w+)\}/g)) expect(Object.keys(schema.properties ?? {})).toContain(field);
    }
  });
});

describe('place', () => {
  it('gives facts seq, time and actor, and keeps the time of a fact of its own', () => {
    const room = new Room();
    const given = placing(room);
    const facts = [
      { type: 'log.written' as const, data: { text: 'a' } },
      { type: 'log.written' as const, data: { text: 'b' }, at: '2026-11-23T10:00:00.000Z' },
    ];
    const events = place(facts, given);
    expect(events).toMatchObject([
      { seq: 2, at: given.meta.at, recordedAt: given.meta.now, offsetMin: 60, hash: null, data: { text: 'a' } },
      { seq: 3, at: '2026-11-23T10:00:00.000Z', recordedAt: given.meta.now, commandId: given.meta.commandId as CommandId },
    ]);
    expect(events[0]?.actor).toEqual({ userId: PEOPLE.bo.userId, name: 'Bo', via: 'web' });
    expect(place(facts, given)).toEqual(events);
  });
});

it('[R13] a clock that is wrong changes neither the order nor the truth', () => {
  const room = busyRoom();
  const ahead = room.ask('bo', 'log.write', { text: 'x' }, { at: '2026-11-24T16:00:00.000Z' });
  expect(ahead).toMatchObject({ code: 'invalid' });
  room.do('bo', 'log.write', { text: 'from yesterday' }, { at: '2026-11-22T16:00:00.000Z' });
  expect(room.last.seq).toBe(room.state.seq);
  expect(room.last.recordedAt > room.last.at).toBe(true);
});

it('people who are not there are not named', () => {
  const room = busyRoom();
  expect(room.ask('ana', 'hypothesis.assign', { hypothesis: 'H1', userId: STRANGER })).toMatchObject({ code: 'not_found' });
});
