import type { Choice } from './choice';

/** A line of the log as far as choosing it goes. */
export type EntryLine = { seq: number; kind: string; text: string; redacted: boolean };

/** `#41`. */
export const ENTRY = /^#\d+$/;

const MOST = 8;

// Any line is pinned; only a note is reworded, moved or redacted.
const TAKES: Record<string, 'line' | 'note'> = { pin: 'line', unpin: 'line', edit: 'note', move: 'note', redact: 'note' };

/** Which lines of the log a slash command takes first, or null. */
export const entriesAfter = (word: string): 'line' | 'note' | null => TAKES[word] ?? null;

/** The latest lines that `#4` or `#redis` could mean, the newest first. */
export function completeEntry(typed: string, takes: 'line' | 'note', lines: readonly EntryLine[]): Choice[] {
  const wanted = typed.replace(/^#/, '').toLowerCase();
  const isMeant = ({ seq, kind, text, redacted }: EntryLine) => {
    if (redacted || (takes === 'note' && kind !== 'note')) return false;
    return /^\d/.test(wanted) ? String(seq).startsWith(wanted) : text.toLowerCase().includes(wanted);
  };
  const found = lines.filter(isMeant).toSorted((a, b) => b.seq - a.seq);
  return found.slice(0, MOST).map(({ seq, text }) => ({
    key: `#${seq}`,
    insert: `#${seq} `,
    title: `#${seq}`,
    detail: text.split('\n')[0] ?? '',
  }));
}
