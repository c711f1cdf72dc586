import type { Pool } from 'pg';
import type { Caller } from '@/lib/auth/caller';
import { ServiceError } from '../errors';
import type { createSeeEvidence, SeenEvidence } from './see-evidence';

type SeeEvidence = ReturnType<typeof createSeeEvidence>;

/** Bytes `first`..`last` inclusive of a body of `evidence.sizeBytes`. */
export type BodyPart = { evidence: SeenEvidence; first: number; last: number; bytes: Buffer };

export type BodyLines = {
  from: number;
  total: number;
  lines: string[];
  /** Lines longer than 10,000 characters are cut there: which, and how long they really are. */
  clipped: { line: number; length: number }[];
};

const LONGEST_LINE = 10_000;
export const MOST_LINES = 2000;

/** Reads bytes of a body; `last` null for all from `first`. Throws invalid where the range lies outside. */
export function createReadEvidenceBody(pool: Pool, seeEvidence: SeeEvidence) {
  return async (
    caller: Caller,
    incident: string,
    ref: string,
    range: { first: number; last: number | null } | null,
  ): Promise<BodyPart> => {
    const evidence = await seeEvidence(caller, incident, ref);
    const first = range?.first ?? 0;
    const last = Math.min(range?.last ?? Number.MAX_SAFE_INTEGER, evidence.sizeBytes - 1);
    if (range && (first > last || first < 0))
      throw new ServiceError('invalid', `This evidence has ${evidence.sizeBytes} bytes; ask for a range within.`);
    const { rows } = await pool.query(
      `SELECT first_byte, bytes FROM evidence_body_piece
        WHERE body_id = $1 AND first_byte <= $3 AND first_byte + length(bytes) > $2 ORDER BY first_byte`,
      [evidence.id, first, last],
    );
    const start = rows[0]?.first_byte ?? 0;
    const bytes = Buffer.concat(rows.map((row) => row.bytes as Buffer)).subarray(first - start, last - start + 1);
    return { evidence, first, last, bytes };
  };
}

const splitLines = (text: string) => text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));

/** Reads lines `from`.. (1-based), at most `count` and never more than 2,000, of a text body. */
export function createReadEvidenceLines(pool: Pool, seeEvidence: SeeEvidence) {
  return async (
    caller: Caller,
    incident: string,
    ref: string,
    { from, count }: { from: number; count: number },
  ): Promise<BodyLines> => {
    const evidence = await seeEvidence(caller, incident, ref);
    const total = evidence.lineCount;
    if (total === null) throw new ServiceError('invalid', 'An image has no lines. Read its body instead.');
    const to = Math.min(total, from + Math.min(count, MOST_LINES) - 1);
    if (from > total) return { from, total, lines: [], clipped: [] };
    // The piece that holds a line's start may begin with an earlier line, and a line may run over several pieces.
    const { rows } = await pool.query(
      `SELECT first_line, bytes FROM evidence_body_piece WHERE body_id = $1 AND first_line <= $3
         AND first_byte >= (SELECT max(first_byte) FROM evidence_body_piece
           WHERE body_id = $1 AND first_line <= $2 AND (first_line < $2 OR first_byte = 0 OR first_byte = (
             SELECT min(first_byte) FROM evidence_body_piece WHERE body_id = $1 AND first_line = $2)))
       ORDER BY first_byte`,
      [evidence.id, from, to],
    );
    const firstLine = rows[0]?.first_line ?? 1;
    const all = splitLines(Buffer.concat(rows.map((row) => row.bytes as Buffer)).toString('utf8'));
    const wanted = all.slice(from - firstLine, to - firstLine + 1);
    const clipped = wanted.flatMap((line, index) =>
      line.length > LONGEST_LINE ? [{ line: from + index, length: line.length }] : [],
    );
    return { from, total, lines: wanted.map((line) => line.slice(0, LONGEST_LINE)), clipped };
  };
}
