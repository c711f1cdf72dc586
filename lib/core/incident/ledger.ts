import type { Act } from './act';
import type { Instant } from '@/lib/core/ids';

/** What is known of one log line beyond its event: only lines that were written, revised, pinned or redacted have one. */
export type Entry = {
  seq: number;
  /** The text of a note; null where the line is made from another kind of event. */
  text: string | null;
  /** When it happened, as revised; null where the event's own time holds. */
  at: Instant | null;
  authorId: string | null;
  pinned: boolean;
  /** Earlier wordings and times, oldest first. */
  revisions: { text: string | null; at: Instant | null; by: Act }[];
  redacted: (Act & { because: string }) | null;
};

// Two levels of about equal size keep a change at the cost of copying two short lists instead of the whole log. Places
// on a shelf count from 0: an object whose numbers begin in the thousands is copied fifty times slower.
const SHELF = 128;

/** Entries by shelf and place on it, immutable. */
export type Ledger = Record<number, Record<number, Entry>>;

export function entryOf(ledger: Ledger, seq: number): Entry | null {
  return ledger[Math.floor(seq / SHELF)]?.[seq % SHELF] ?? null;
}

export function withEntry(ledger: Ledger, entry: Entry): Ledger {
  const shelf = Math.floor(entry.seq / SHELF);
  return { ...ledger, [shelf]: { ...ledger[shelf], [entry.seq % SHELF]: entry } };
}

/** Every entry, in seq order. */
export function entriesOf(ledger: Ledger): Entry[] {
  return Object.values(ledger).flatMap((shelf) => Object.values(shelf));
}

/** The entries for which `keep` holds, as a ledger of its own. */
export function someEntries(ledger: Ledger, keep: (entry: Entry) => boolean): Ledger {
  return entriesOf(ledger).filter(keep).reduce(withEntry, {});
}
