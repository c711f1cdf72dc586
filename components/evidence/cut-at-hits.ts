import type { AnsiSegment } from './ansi-segments';
import type { Hit } from './search-lines';

export type LinePiece = AnsiSegment & { hit: Hit | null };

/** The coloured pieces of a line, cut where something was found, so that what was found can be marked. */
export function cutAtHits(segments: readonly AnsiSegment[], hits: readonly Hit[]): LinePiece[] {
  if (hits.length === 0) return segments.map((segment) => ({ ...segment, hit: null }));
  const pieces: LinePiece[] = [];
  let start = 0;
  for (const segment of segments) {
    const end = start + segment.text.length;
    let done = start;
    const take = (until: number, hit: Hit | null) => {
      if (until > done) pieces.push({ ...segment, text: segment.text.slice(done - start, until - start), hit });
      done = Math.max(done, until);
    };
    for (const hit of hits) {
      if (hit.to <= done || hit.from >= end) continue;
      take(Math.max(hit.from, done), null);
      take(Math.min(hit.to, end), hit);
    }
    take(end, null);
    start = end;
  }
  return pieces;
}
