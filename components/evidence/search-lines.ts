export type Hit = { line: number; from: number; to: number };
export type Found = { hits: Hit[]; done: boolean; capped: boolean };

export const HIT_LIMIT = 10_000;
const SLICE_LINES = 4000;

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/**
 * Finds a text in lines without regard to case, in slices that leave the page its breath between them; `report` gets
 * what is known so far. Line numbers begin at 1. Stops at 10,000 hits, or when `signal` says so.
 */
export async function searchLines(
  lines: readonly string[],
  query: string,
  report: (found: Found) => void,
  signal: AbortSignal,
): Promise<void> {
  const wanted = query.toLowerCase();
  const hits: Hit[] = [];
  for (let start = 0; start < lines.length; start += SLICE_LINES) {
    if (signal.aborted) return;
    const end = Math.min(start + SLICE_LINES, lines.length);
    for (let index = start; index < end && hits.length < HIT_LIMIT; index++) collect(lines[index]!, index + 1, wanted, hits);
    const capped = hits.length >= HIT_LIMIT;
    if (capped || end === lines.length) return report({ hits, done: true, capped });
    report({ hits: hits.slice(), done: false, capped });
    await pause();
  }
  report({ hits, done: true, capped: false });
}

function collect(text: string, line: number, wanted: string, hits: Hit[]) {
  const low = text.toLowerCase();
  for (let from = low.indexOf(wanted); from !== -1; from = low.indexOf(wanted, from + wanted.length)) {
    hits.push({ line, from, to: from + wanted.length });
    if (hits.length >= HIT_LIMIT) return;
  }
}
