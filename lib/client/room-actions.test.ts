import { describe, expect, it } from 'vitest';
import { busyRoom } from '@/lib/core/incident/testing/room';
import { createRoomActions } from './room-actions';
import { createServerClock } from './server-clock';
import { storeOf } from './testing/fixtures';
import { problemOf, tabOf, TAKEN } from './testing/outbox-parts';

function actionsOf(who: 'bo' | 'viewer' = 'bo') {
  const store = storeOf(busyRoom(), who);
  const tab = tabOf({ userId: store.drawer.actor.userId });
  const { incidentId } = busyRoom().events[0]!;
  tab.outbox.subscribe(() => store.setOutbox(tab.outbox.stateOf(incidentId)));
  const clock = createServerClock(tab.clock.timers);
  const actions = createRoomActions({
    room: store,
    outbox: () => tab.outbox,
    connection: () => null,
    clock,
    timers: tab.clock.timers,
  });
  const view = () => store.store.getState();
  return { ...tab, actions, view, incidentId };
}

describe('what a person does in a room', () => {
  it('[O1] [O3] is kept and drawn by the time it is answered', async () => {
    const { actions, view, outbox, incidentId } = actionsOf();
    const answer = await actions.run('hypothesis.propose', { statement: 'The cache grew' });
    const id = answer.ok ? answer.id : '';
    expect(outbox.stateOf(incidentId).commands).toMatchObject([{ id, name: 'hypothesis.propose' }]);
    expect(view().drawn.hypotheses[id as never]).toMatchObject({ ref: 'H3' });
    expect(await actions.run('hypothesis.start-test', { hypothesis: id, minutes: 5 })).toMatchObject({ ok: true });
    expect(view().drawn.hypotheses[id as never]).toMatchObject({ state: 'testing' });
  });

  it('is refused at once by the rules, and nothing is queued', async () => {
    const { actions, view } = actionsOf();
    expect(await actions.run('hypothesis.reject', { hypothesis: 'H1' })).toMatchObject({ ok: false, code: 'rule' });
    expect(await actions.run('log.write', { text: '  ' })).toMatchObject({ ok: false, code: 'invalid' });
    expect(await actions.run('log.write', { text: 'x' }, { at: 'yesterday' })).toMatchObject({ ok: false, code: 'invalid' });
    expect(await actionsOf('viewer').actions.run('log.write', { text: 'x' })).toMatchObject({ ok: false, code: 'forbidden' });
    expect(view().outbox).toEqual([]);
  });

  it('[O4] is refused for its size before it is queued', async () => {
    const { actions, view } = actionsOf();
    const big = new Blob([new Uint8Array(10 * 1024 * 1024 + 1)], { type: 'image/png' });
    const refused = await actions.run('evidence.add', {}, { attachment: big });
    expect(refused).toMatchObject({ ok: false, message: 'Evidence may have up to 10 MB. Cut it to the part that matters.' });
    const paste = 'x'.repeat(10 * 1024 * 1024 + 1);
    expect(await actions.run('evidence.add', { text: paste })).toMatchObject({ ok: false });
    expect(await actions.run('log.write', { text: 'x'.repeat(1_100_000) })).toMatchObject({ ok: false });
    expect(view().outbox).toEqual([]);
  });

  it('sends a file under the id of its command, and a long paste as a file', async () => {
    const { actions, view, server, outbox } = actionsOf();
    const file = new File(['$ dmesg -T\nKilled process 31104'], 'out.log', { type: 'application/x-log' });
    const answer = await actions.run('evidence.add', { hypothesis: 'H2', value: 2 }, { attachment: file });
    const id = answer.ok ? answer.id : '';
    expect(view().drawn.evidence[id as never]).toMatchObject({ ref: 'E3', kind: 'command', lineCount: 2, sizeBytes: 31 });
    expect(view().outbox).toMatchObject([{ id, attachmentSizeBytes: 31, input: { upload: id } }]);
    const long = 'a line of output\n'.repeat(60_000);
    await actions.run('evidence.add', { text: long });
    outbox.start();
    const first = await server.sending(1);
    expect([first.attachment?.type, first.attachment?.size]).toEqual(['text/plain', 31]);
    first.answer(TAKEN);
    const second = await server.sending(2);
    expect(second.attachment?.size).toBe(long.length);
    expect(second.command.input).toEqual({ upload: second.command.id });
  });

  it('is corrected in its place after the server refused it', async () => {
    const { actions, view, server, outbox, until } = actionsOf();
    const answer = await actions.run('task.add', { text: 'Call Dee', kind: 'communication' });
    const id = answer.ok ? answer.id : '';
    outbox.start();
    (await server.sending(1)).answer({ kind: 'refused', problem: problemOf(409, 'conflict', 'Dee is away.') });
    await until(() => view().outbox[0]?.state === 'attention');
    expect(view().outbox).toMatchObject([{ id, reason: 'Dee is away.', problem: { code: 'conflict' } }]);
    expect(view().pendingEvents).toEqual([]);
    expect(await actions.edit(id, { text: '', kind: 'communication' })).toMatchObject({ ok: false, code: 'invalid' });
    const edited = await actions.edit(id, { text: 'Call Cy', kind: 'communication' });
    expect(edited.ok && edited.id).not.toBe(id);
    expect(view().pendingEvents).toMatchObject([{ type: 'task.added', data: { text: 'Call Cy' } }]);
    await actions.discard(edited.ok ? edited.id : '');
    expect(view()).toMatchObject({ outbox: [], pendingEvents: [] });
  });
});
