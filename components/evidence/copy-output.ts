import { toast } from '@/components/ui/toast';
import { copyText } from '@/components/room/copy-text';
import { fetchBodyLines } from './fetch-body-lines';
import type { LineRange } from './line-range';
import type { LineStore } from './line-store';
import { plainOutput } from './plain-output';

/** The lines of a range where all of them are at hand and whole, else null. */
function atHand({ line, clippedLength }: LineStore, { from, to }: LineRange): string[] | null {
  const lines: string[] = [];
  for (let number = from; number <= to; number++) {
    const text = line(number);
    if (text === null || clippedLength(number) !== null) return null;
    lines.push(plainOutput(text));
  }
  return lines;
}

/** Copies an output without its colours, or a range of it; what was not looked at yet is fetched. */
export async function copyOutput(bodyPath: string, range: LineRange | null, store: LineStore): Promise<void> {
  try {
    const here = range && atHand(store, range);
    const lines = here ?? (await fetchBodyLines(bodyPath)).slice(range ? range.from - 1 : 0, range?.to);
    const said = lines.length === 1 ? 'The line is copied.' : `${lines.length.toLocaleString('en')} lines are copied.`;
    await copyText(lines.join('\n'), said);
  } catch {
    toast.error('The output cannot be fetched just now, so nothing was copied. It is safe on the server; try again.');
  }
}
