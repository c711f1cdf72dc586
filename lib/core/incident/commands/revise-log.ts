import * as z from 'zod/mini';
import { InstantInput, orNull } from '@/lib/core/text';
import { command, ok, refuse } from '../command';
import { conflict } from '../conflict';
import { EntryRef } from '../ref-inputs';
import { findNote, refusedNote } from '../note';
import { mustBeInRoom } from '../permissions';
import { refusedTime } from '../refused-time';
import { NoteText } from './write-log';

export const reviseLog = command({
  name: 'log.revise',
  title: 'Reword or re-time a note',
  path: '/log/{entry}/revise',
  input: z.strictObject({ entry: EntryRef, text: orNull(NoteText), at: orNull(InstantInput) }),
  may: mustBeInRoom,
  whenClosed: true,
  decide(incident, input, { actor, now }) {
    const found = findNote(incident, input.entry);
    if (!found.ok) return found;
    const { seq: entrySeq, text, at } = found.entry;
    const refused = refusedNote(incident, actor, found.entry, ['scribe']);
    if (refused) return refused;
    if (input.text === null && input.at === null) return refuse('invalid', 'Give the new text, the new time, or both.');
    const badTime = input.at && refusedTime(input.at, now);
    if (badTime) return badTime;
    const changes = { text: input.text === text ? null : input.text, at: input.at === at ? null : input.at };
    if (changes.text === null && changes.at === null) return conflict(`#${entrySeq} says so already.`, { text, at }, null);
    return ok({ type: 'log.revised', data: { entrySeq, ...changes } });
  },
});
