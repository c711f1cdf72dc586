import { uuidv7 } from 'uuidv7';
import { afterAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Caller } from '@/lib/auth/caller';
import { DRAFT_FIELDS, draftTextOf } from '@/lib/contracts/update-draft';
import { testServices } from '../testing/test-services';
import { textIn, written } from './testing/written-draft';

const t = await testServices();
afterAll(() => t.close());
const { drafts, incidents } = t.services;

const [ana, bo, vi] = [await t.person('responder', 'Ana'), await t.person('responder', 'Bo'), await t.person('viewer', 'Vi')];
const post = (caller: Caller, incident: string, input: object) =>
  incidents.execute(caller, { incident, id: uuidv7(), name: 'update.post', input });
const stored = async (key: string) => textIn([(await drafts.open(ana, key)).document]);

describe('the draft of an update', () => {
  it('holds what several people write, also at the same moment', async () => {
    const key = await t.declare(ana);
    const changes = Array.from({ length: 12 }, (_, index) => written(`part ${index}. `));
    await Promise.all(changes.map((change, index) => drafts.change(index % 2 ? ana : bo, key, change)));
    const text = await stored(key);
    for (const index of changes.keys()) expect(text).toContain(`part ${index}. `);
  });

  it('is nobody else’s: not a viewer’s, not an observer’s, not an outsider’s, not a reading token’s', async () => {
    const key = await t.declare(ana, { title: 'Hidden', isPrivate: true });
    await drafts.change(ana, key, written('secret'));
    const reading = { ...ana, actor: { ...ana.actor, scope: 'read' as const } };
    await incidents.execute(ana, { incident: key, id: uuidv7(), name: 'incident.grant', input: { userId: vi.actor.userId } });
    for (const [who, code] of [
      [bo, 'not_found'],
      [vi, 'forbidden'],
      [reading, 'forbidden'],
    ] as const) {
      await expect(drafts.open(who, key)).rejects.toMatchObject({ code });
      await expect(drafts.change(who, key, written('mine'))).rejects.toMatchObject({ code });
      expect(await drafts.mayRead(who, key)).toBe(false);
    }
    const input = { userId: bo.actor.userId, role: 'observer' };
    await incidents.execute(ana, { incident: key, id: uuidv7(), name: 'role.assign', input });
    await expect(drafts.open(bo, key)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await stored(key)).toBe('secret');
  });

  it('takes nothing that is no draft, and stays as it was', async () => {
    const key = await t.declare(ana);
    await drafts.change(ana, key, written('kept'));
    const other = new Y.Doc();
    other.getText('elsewhere').insert(0, 'x');
    const nested = new Y.Doc();
    nested.getMap(DRAFT_FIELDS).set('title:public', new Y.Map([['a', 'b']]));
    const garbage = Uint8Array.from({ length: 60 }, (_, index) => (index * 37) % 251);
    const hostile = [
      garbage,
      Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 255, 1),
      Y.encodeStateAsUpdate(other),
      Y.encodeStateAsUpdate(nested),
      written('', 'public', { 'role:public': 'commander' }),
      written('', 'public', { 'title:public': 'x'.repeat(500) }),
    ];
    for (const change of hostile) await expect(drafts.change(ana, key, change)).rejects.toMatchObject({ code: 'invalid' });
    await expect(drafts.change(ana, key, written('x'.repeat(66_000)))).rejects.toMatchObject({ code: 'too_large' });
    expect(await stored(key)).toBe('kept');
  });

  it('asks for what is missing where a change builds on one that did not arrive', async () => {
    const key = await t.declare(ana);
    const document = new Y.Doc();
    const text = document.getText(draftTextOf('public'));
    text.insert(0, 'first ');
    const before = Y.encodeStateVector(document);
    text.insert(6, 'second');
    await expect(drafts.change(ana, key, Y.encodeStateAsUpdate(document, before))).rejects.toMatchObject({ code: 'conflict' });
    await drafts.change(ana, key, Y.encodeStateAsUpdate(document));
    expect(await stored(key)).toBe('first second');
  });

  it('is gone once it is posted, for that audience alone', async () => {
    const key = await t.declare(ana);
    await drafts.change(ana, key, written('To all of you.\n', 'public', { 'typed:public': true, 'typed:team': true }));
    await drafts.change(ana, key, written('Lunch is here', 'team'));
    const { incidentId } = await drafts.open(ana, key);
    expect(await drafts.posted(incidentId, [{ audience: 'public', text: 'Something else.' }])).toBeNull();
    await post(ana, key, { audience: 'public', phase: 'investigating', title: 'Orders', text: 'To all of you.\n' });
    const { document } = await drafts.open(ana, key);
    expect([textIn([document]), textIn([document], 'team')]).toEqual(['', 'Lunch is here']);
    const left = new Y.Doc();
    Y.applyUpdate(left, document);
    expect(left.getMap(DRAFT_FIELDS).toJSON()).toEqual({ 'typed:team': true });
  });
});
