import * as z from 'zod/mini';
import { Reason } from '@/lib/core/text';
import { command, ok } from '../command';
import { EntryRef } from '../ref-inputs';
import { findNote, refusedNote } from '../note';
import { mustBeInRoom } from '../permissions';

export const redactLog = command({
  name: 'log.redact',
  title: 'Redact a note',
  path: '/log/{entry}/redact',
  input: z.strictObject({ entry: EntryRef, because: Reason }),
  may: mustBeInRoom,
  whenClosed: true,
  decide(incident, { entry, because }, { actor }) {
    const found = findNote(incident, entry);
    if (!found.ok) return found;
    const refused = refusedNote(incident, actor, found.entry, []);
    if (refused) return refused;
    return ok({ type: 'log.redacted', data: { entrySeq: found.entry.seq, because } });
  },
});
