/**
 * One line of the table. `held` and `missed` speak of the bar; `invalid` says that the measurement itself cannot be
 * trusted; `told` is for information.
 */
export type Row = {
  what: string;
  ours: string;
  reference?: string;
  result?: string;
  bar?: string;
  verdict: 'held' | 'missed' | 'invalid' | 'told';
  note?: string;
};

export type Run = {
  /** A line about how far it is, for whoever waits. */
  tell: (line: string) => void;
};

export type Figure = { name: string; title: string; run: (run: Run) => Promise<Row[]> };

/** A bar that is a count of things that must not be: every figure of faults and security. */
export function mustBe(what: string, count: number, expected: number, note?: string): Row {
  const verdict = count === expected ? 'held' : 'missed';
  return { what, ours: count.toLocaleString('en'), bar: expected.toLocaleString('en'), verdict, note };
}

/** A bar in the figure's own unit. */
export function atMost(what: string, value: number, limit: number, unit: string, note?: string): Row {
  const verdict = value <= limit ? 'held' : 'missed';
  return { what, ours: `${round(value)} ${unit}`, bar: `<= ${limit} ${unit}`, verdict, note };
}

export const told = (what: string, ours: string, note?: string): Row => ({ what, ours, verdict: 'told', note });

/** Three figures, and no more digits than that before the point. */
export function round(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
  return Number(value.toPrecision(3)).toString();
}
