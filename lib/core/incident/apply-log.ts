import { actOf } from './act-of';
import type { Appliers } from './appliers';
import { entryOf, withEntry, type Entry } from './ledger';
import type { IncidentState } from './state';

// A line made from another kind of event has no entry until somebody pins it.
const bare = (seq: number): Entry => ({
  seq,
  text: null,
  at: null,
  authorId: null,
  pinned: false,
  revisions: [],
  redacted: null,
});

function changed(state: IncidentState, seq: number, change: (entry: Entry) => Entry): IncidentState {
  return { ...state, entries: withEntry(state.entries, change(entryOf(state.entries, seq) ?? bare(seq))) };
}

export const applyLog: Appliers<'log.written' | 'log.revised' | 'log.pinned' | 'log.redacted'> = {
  'log.written': (state, event) => ({
    ...state,
    entries: withEntry(state.entries, {
      ...bare(event.seq),
      at: event.at,
      text: event.redacted ? null : event.data.text,
      authorId: event.actor.userId,
    }),
  }),
  'log.revised': (state, event) =>
    changed(state, event.data.entrySeq, (entry) => ({
      ...entry,
      text: event.redacted ? null : (event.data.text ?? entry.text),
      at: event.data.at ?? entry.at,
      revisions: [...entry.revisions, { text: entry.text, at: entry.at, by: actOf(event) }],
    })),
  'log.pinned': (state, event) => changed(state, event.data.entrySeq, (entry) => ({ ...entry, pinned: event.data.pinned })),
  'log.redacted': (state, event) =>
    changed(state, event.data.entrySeq, (entry) => ({
      ...entry,
      text: null,
      revisions: entry.revisions.map((revision) => ({ ...revision, text: null })),
      redacted: { ...actOf(event), because: event.data.because },
    })),
};
