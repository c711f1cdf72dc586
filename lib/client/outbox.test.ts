import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { PEOPLE } from '@/lib/core/incident/testing/room';
import { createDatabaseStorage } from './outbox-database';
import { createCautiousStorage, createMemoryStorage, type OutboxStorage } from './outbox-storage';
import { commandOf, WRITTEN_AT_MS } from './testing/fixtures';
import { browser, LATER, problemOf, tabOf, TAKEN } from './testing/outbox-parts';

const INCIDENT = commandOf().incidentId;
const OTHER = '00000002-0000-7000-8000-000000000002';

beforeEach(() => {
  indexedDB = new IDBFactory();
});

describe('[O1] a command is safe before anybody is told so', () => {
  it('and survives the end of the tab, with its file', async () => {
    const first = tabOf({ storage: createDatabaseStorage() });
    const file = new Blob(['used_memory:4294967296'], { type: 'text/plain' });
    const command = commandOf({ name: 'evidence.add', attachment: { contentType: 'text/plain', sizeBytes: 22 } });
    await first.outbox.add(command, file);

    const second = tabOf({ storage: createDatabaseStorage() });
    second.outbox.start();
    const { command: sent, attachment, answer } = await second.server.sending(1);
    expect(sent).toMatchObject({ ...command, sentAs: { at: null } });
    expect(attachment?.type).toBe('text/plain');
    expect(await attachment?.text()).toBe('used_memory:4294967296');
    answer(TAKEN);
    await second.until(() => second.outbox.stateOf(INCIDENT).commands.length === 0);
    expect(await createDatabaseStorage().all(PEOPLE.ana.userId)).toEqual([]);
    expect(await createDatabaseStorage().attachment(command.id)).toBeNull();
  });

  it('or says that this device keeps nothing, and goes on in memory', async () => {
    const full = createMemoryStorage();
    const broken: OutboxStorage = { ...full, add: () => Promise.reject(new DOMException('full', 'QuotaExceededError')) };
    const { outbox, server } = tabOf({ storage: createCautiousStorage(broken) });
    outbox.start();
    await outbox.add(commandOf(), null);
    expect(outbox.stateOf(INCIDENT)).toMatchObject({ isKept: false, commands: [{ name: 'log.write' }] });
    await server.sending(1);
  });
});

describe('[O2] sending', () => {
  it('keeps the order within an incident and does not wait for another one', async () => {
    const { outbox, server } = tabOf();
    const [a, b, other] = [commandOf(), commandOf(), commandOf({ incidentId: OTHER })];
    for (const command of [a, b, other]) await outbox.add(command, null);
    outbox.start();
    await server.sending(2);
    expect(server.ids().toSorted()).toEqual([a.id, other.id].toSorted());
    server.sent.find(({ command }) => command.id === a.id)?.answer(TAKEN);
    expect((await server.sending(3)).command.id).toBe(b.id);
  });

  it('tries again with the same id, later and later, and at once when the network is back', async () => {
    const { outbox, server, clock } = tabOf();
    await outbox.add(commandOf(), null);
    outbox.start();
    for (let n = 1; n <= 4; n += 1) {
      const { answer } = await server.sending(n);
      answer(LATER);
      await new Promise(setImmediate);
      const [waits = 0] = clock.waiting();
      expect(waits).toBeGreaterThanOrEqual(250 * 2 ** (n - 1));
      expect(waits).toBeLessThanOrEqual(500 * 2 ** (n - 1));
      clock.pass(waits);
    }
    (await server.sending(5)).answer({ kind: 'later', retryAfterMs: 20_000 });
    await new Promise(setImmediate);
    expect(clock.waiting()).toEqual([20_000]);
    outbox.wake();
    await server.sending(6);
    expect(new Set(server.ids()).size).toBe(1);
  });

  it('sets aside what the server refuses, with the reason, and goes on; edited or retried, it goes again', async () => {
    const { outbox, server, until } = tabOf();
    const [wrong, fine] = [commandOf({ name: 'incident.set-status' }), commandOf()];
    await outbox.add(wrong, null);
    await outbox.add(fine, null);
    outbox.start();
    const problem = problemOf(409, 'rule', 'Confirm a hypothesis first, or give a reason.');
    (await server.sending(1)).answer({ kind: 'refused', problem });
    (await server.sending(2)).answer(TAKEN);
    await until(() => outbox.stateOf(INCIDENT).commands.length === 1 && outbox.stateOf(INCIDENT).sending.size === 0);
    expect(outbox.stateOf(INCIDENT).commands).toMatchObject([{ id: wrong.id, attention: { reason: problem.detail, problem } }]);

    await outbox.retry(wrong.id);
    (await server.sending(3)).answer({ kind: 'refused', problem });
    await until(() => outbox.stateOf(INCIDENT).commands[0]?.attention !== null && outbox.stateOf(INCIDENT).sending.size === 0);
    const better = commandOf({ name: 'incident.set-status', input: { to: 'identified', because: 'we saw it' } });
    await outbox.correct(wrong.id, better);
    const { command, answer } = await server.sending(4);
    expect(command).toMatchObject({ id: better.id, input: better.input, attention: null });
    answer(TAKEN);
    await until(() => outbox.stateOf(INCIDENT).commands.length === 0);
    expect(server.ids()).toEqual([wrong.id, fine.id, wrong.id, better.id]);
  });

  it('a discarded one is not sent', async () => {
    const { outbox, server } = tabOf();
    const [gone, stays] = [commandOf(), commandOf()];
    await outbox.add(gone, null);
    await outbox.add(stays, null);
    await outbox.discard(gone.id);
    outbox.start();
    await server.sending(1);
    expect(server.ids()).toEqual([stays.id]);
  });

  it('is done by one of several tabs; all of them see the same', async () => {
    const [home, storage] = [browser(), createMemoryStorage()];
    const [one, two] = [tabOf({ home, storage }), tabOf({ home, storage })];
    one.outbox.start();
    two.outbox.start();
    await new Promise(setImmediate);
    const command = commandOf();
    await two.outbox.add(command, null);
    const { answer } = await one.server.sending(1);
    expect(two.server.sent).toEqual([]);
    await two.until(() => two.outbox.stateOf(INCIDENT).sending.has(command.id));
    const heard: string[] = [];
    two.outbox.onTaken(({ id }) => heard.push(id));
    answer(TAKEN);
    await two.until(() => two.outbox.stateOf(INCIDENT).commands.length === 0);
    expect(heard).toEqual([command.id]);
    one.outbox.stop();
    await new Promise(setImmediate);
    await two.outbox.add(commandOf(), null);
    await two.server.sending(1);
  });

  it('is taken over from a tab that has fallen asleep', async () => {
    const [home, storage] = [browser(), createMemoryStorage()];
    // A tab that holds the lock and answers nothing.
    home.lock().hold(() => new Promise(() => undefined));
    const { outbox, server, clock } = tabOf({ home, storage });
    outbox.start();
    await outbox.add(commandOf(), null);
    expect(server.sent).toEqual([]);
    clock.pass(3000);
    await server.sending(1);
  });

  it('stops when nobody is signed in, keeps everything and says why', async () => {
    const { outbox, server, clock } = tabOf();
    const command = commandOf();
    await outbox.add(command, null);
    outbox.start();
    (await server.sending(1)).answer({ kind: 'signed-out', reason: 'Sign in again.' });
    await new Promise(setImmediate);
    expect(outbox.stateOf(INCIDENT)).toMatchObject({ pause: 'Sign in again.', commands: [{ id: command.id, attention: null }] });
    clock.pass(60_000);
    (await server.sending(2)).answer(TAKEN);
    await new Promise(setImmediate);
    expect(outbox.stateOf(INCIDENT)).toMatchObject({ pause: null, commands: [] });
  });
});

describe('[O3] the time at which it was written', () => {
  it('is not sent with what is sent at once, and is with what had to wait', async () => {
    const { outbox, server, clock } = tabOf();
    await outbox.add(commandOf(), null);
    await outbox.add(commandOf(), null);
    outbox.start();
    const first = await server.sending(1);
    expect(first.command.sentAs).toEqual({ at: null });
    clock.pass(2001);
    first.answer(TAKEN);
    expect((await server.sending(2)).command.sentAs).toEqual({ at: '2026-11-23T16:30:00.000Z' });
  });

  it('is sent with the repeat where no answer came, unless the server has the first [W1]', async () => {
    const first = tabOf({ storage: createDatabaseStorage() });
    await first.outbox.add(commandOf(), null);
    first.outbox.start();
    expect((await first.server.sending(1)).command.sentAs).toEqual({ at: null });
    first.outbox.stop();

    const { outbox, server, clock, until } = tabOf({ storage: createDatabaseStorage() });
    clock.pass(3_600_000);
    outbox.start();
    const repeat = await server.sending(1);
    expect(repeat.command.sentAs?.at).toBe('2026-11-23T16:30:00.000Z');
    repeat.answer({ kind: 'refused', problem: problemOf(422, 'mismatch', 'Used for something else.') });
    const again = await server.sending(2);
    expect(again.command.sentAs?.at).toBeNull();
    again.answer(TAKEN);
    await until(() => outbox.stateOf(INCIDENT).commands.length === 0);
    expect(server.sent).toHaveLength(2);
  });

  it('[R13] is right where the clock of the device is a day off', async () => {
    const dayMs = 86_400_000;
    for (const offMs of [dayMs, -dayMs]) {
      const { outbox, server, clock } = tabOf({ clockOffsetMs: -offMs });
      // Written before the first word from the server.
      await outbox.add(commandOf({ writtenAtMs: WRITTEN_AT_MS + offMs, clockOffsetMs: null }), null);
      clock.pass(offMs > 0 ? offMs + 5000 : 5000);
      outbox.start();
      expect((await server.sending(1)).command.sentAs).toEqual({ at: '2026-11-23T16:30:00.000Z' });
    }
  });

  it('waits for the server where its clock is not known', async () => {
    const { outbox, server, clock } = tabOf({ clockOffsetMs: null });
    await outbox.add(commandOf({ clockOffsetMs: null }), null);
    clock.pass(10_000);
    outbox.start();
    await new Promise(setImmediate);
    expect(server.sent).toEqual([]);
    expect(clock.waiting()).toHaveLength(1);
  });
});

describe('[O5] the outbox of another person', () => {
  it('stays where it is and is never sent', async () => {
    const storage = createDatabaseStorage();
    const ana = tabOf({ storage });
    await ana.outbox.add(commandOf(), null);
    const bo = tabOf({ storage, userId: PEOPLE.bo.userId });
    bo.outbox.start();
    await bo.outbox.load();
    expect(bo.outbox.stateOf(INCIDENT).commands).toEqual([]);
    expect(await bo.outbox.count()).toBe(0);
    expect(bo.server.sent).toEqual([]);
    expect(await ana.outbox.count()).toBe(1);
  });
});
