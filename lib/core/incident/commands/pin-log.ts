import * as z from 'zod/mini';
import { command, ok } from '../command';
import { conflict } from '../conflict';
import { noEntry } from '../find';
import { EntryRef } from '../ref-inputs';
import { entryOf } from '../ledger';
import { mustBeInRoom } from '../permissions';

export const pinLog = command({
  name: 'log.pin',
  title: 'Pin a log line',
  path: '/log/{entry}/pin',
  input: z.strictObject({
    entry: EntryRef,
    /** False takes the pin away. */
    pinned: z._default(z.boolean(), true),
  }),
  may: mustBeInRoom,
  whenClosed: true,
  decide(incident, { entry, pinned }) {
    if (entry > incident.seq) return noEntry(entry);
    const isPinned = entryOf(incident.entries, entry)?.pinned ?? false;
    if (isPinned === pinned) return conflict(`#${entry} is ${pinned ? 'pinned already' : 'not pinned'}.`, isPinned, null);
    return ok({ type: 'log.pinned', data: { entrySeq: entry, pinned } });
  },
});
