import { ask, type Reply } from '@/lib/client/http';

export type LinesAnswer = {
  from: number;
  total: number;
  lines: string[];
  clipped: { line: number; length: number }[];
};

export type LineStore = {
  /** The line, or null while it is on its way; numbers begin at 1. */
  line: (number: number) => string | null;
  /** How long a line really is that was cut, or null. */
  clippedLength: (number: number) => number | null;
  /** Fetches what is missing of a range. */
  want: (from: number, to: number) => void;
  /** Why lines are missing, or null. */
  problem: () => string | null;
  retry: () => void;
  subscribe: (listener: () => void) => () => void;
  /** Grows with every change, for those who draw. */
  version: () => number;
};

const CHUNK_LINES = 500;
const UNREACHABLE = 'The lines cannot be fetched just now. They are safe on the server; try again.';

type FetchLines = (from: number, to: number) => Promise<Reply<LinesAnswer>>;

export const fetchLinesOf =
  (path: string): FetchLines =>
  (from, to) =>
    ask<LinesAnswer>(`${path}/lines?from=${from}&to=${to}`);

/** Keeps the lines of an output that were looked at, and fetches others in chunks. */
export function createLineStore(fetchLines: FetchLines, total: number, first: LinesAnswer | null): LineStore {
  const chunks = new Map<number, string[]>();
  const clipped = new Map<number, number>();
  const asked = new Set<number>();
  const listeners = new Set<() => void>();
  let version = 0;
  let problem: string | null = null;

  const changed = () => {
    version += 1;
    for (const listener of listeners) listener();
  };
  const keep = (chunk: number, answer: Pick<LinesAnswer, 'lines' | 'clipped'>) => {
    chunks.set(chunk, answer.lines);
    for (const { line, length } of answer.clipped) clipped.set(line, length);
  };
  if (first && first.from === 1 && (first.lines.length >= CHUNK_LINES || first.lines.length === total)) {
    keep(0, { lines: first.lines.slice(0, CHUNK_LINES), clipped: first.clipped });
    asked.add(0);
  }

  async function fetchChunk(chunk: number) {
    asked.add(chunk);
    const reply = await fetchLines(chunk * CHUNK_LINES + 1, Math.min(total, (chunk + 1) * CHUNK_LINES));
    if (reply.kind === 'ok') {
      keep(chunk, reply.value);
      problem = null;
    } else {
      asked.delete(chunk);
      problem = reply.kind === 'problem' ? reply.problem.detail : UNREACHABLE;
    }
    changed();
  }

  return {
    line: (number) => chunks.get(Math.floor((number - 1) / CHUNK_LINES))?.[(number - 1) % CHUNK_LINES] ?? null,
    clippedLength: (number) => clipped.get(number) ?? null,
    want(from, to) {
      if (problem) return;
      const last = Math.floor((Math.min(to, total) - 1) / CHUNK_LINES);
      for (let chunk = Math.floor((Math.max(from, 1) - 1) / CHUNK_LINES); chunk <= last; chunk++) {
        if (!asked.has(chunk)) void fetchChunk(chunk);
      }
    },
    problem: () => problem,
    retry() {
      problem = null;
      changed();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    version: () => version,
  };
}
