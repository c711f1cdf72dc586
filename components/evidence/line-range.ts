/** Lines of an output, first and last included, as an address names them: `#L12` or `#L12-L40`. */
export type LineRange = { from: number; to: number };

export function lineRangeOf(hash: string): LineRange | null {
  const match = /^#?L([1-9]\d{0,8})(?:-L?([1-9]\d{0,8}))?$/.exec(hash);
  if (!match) return null;
  const [from, to] = [Number(match[1]), Number(match[2] ?? match[1])];
  return from <= to ? { from, to } : { from: to, to: from };
}

export const hashOf = ({ from, to }: LineRange): string => (from === to ? `#L${from}` : `#L${from}-L${to}`);

export const holds = (range: LineRange | null, line: number): boolean => range !== null && line >= range.from && line <= range.to;

/** The range that a click on a line number makes: that line, or from where the last one began when Shift is held. */
export const picked = (range: LineRange | null, line: number, extend: boolean): LineRange =>
  extend && range ? { from: Math.min(range.from, line), to: Math.max(range.from, line) } : { from: line, to: line };
