import { looksLikeLog } from '@/lib/core/incident/log-text';

export type Pasted =
  /** Short enough to be a note. */
  | { kind: 'words' }
  /** Lines that begin with times. */
  | { kind: 'log'; text: string }
  /** An output: better kept whole as evidence. */
  | { kind: 'output'; text: string; lines: number; fits: boolean };

const OUTPUT_LINES = 6;
const OUTPUT_CHARACTERS = 1200;
/** What a note holds. */
export const NOTE_MAX = 10_000;

function countLines(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** What a pasted text most likely is. */
export function pastedAs(text: string): Pasted {
  const trimmed = text.trimEnd();
  if (looksLikeLog(trimmed)) return { kind: 'log', text };
  const lines = countLines(trimmed);
  if (lines <= OUTPUT_LINES && trimmed.length <= OUTPUT_CHARACTERS) return { kind: 'words' };
  return { kind: 'output', text, lines, fits: trimmed.length <= NOTE_MAX };
}
