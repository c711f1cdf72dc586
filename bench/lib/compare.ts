import { round, type Row } from './figure';
import { median, range, wander } from './statistics';

type Compared = {
  what: string;
  unit: string;
  ours: readonly number[];
  reference: readonly number[];
  /** The ratio of the medians may be at most, or must be at least, this. */
  bar: { atMost: number } | { atLeast: number };
  /** A reference that wandered more than this says nothing; Infinity where only the median is believed. */
  steadiness?: number;
  note?: string;
};

const STEADY = 0.3;

const spelled = (values: readonly number[], unit: string) => {
  const [low, high] = range(values);
  return `${round(median(values))} ${unit} (${round(low)}-${round(high)})`;
};

/** One line out of repetitions of both sides, taken in turns: medians, ranges, and their ratio against the bar. */
export function compare({ what, unit, ours, reference, bar, steadiness = STEADY, note }: Compared): Row {
  const ratio = median(ours) / median(reference);
  const holds = 'atMost' in bar ? ratio <= bar.atMost : ratio >= bar.atLeast;
  const moved = wander(reference);
  const isSteady = moved <= steadiness;
  const notes = [note, isSteady ? null : `the reference moved by ${Math.round(moved * 100)} %`].filter(Boolean);
  return {
    what,
    ours: spelled(ours, unit),
    reference: spelled(reference, unit),
    result: `${round(ratio)}x`,
    bar: 'atMost' in bar ? `<= ${bar.atMost}x` : `>= ${bar.atLeast}x`,
    verdict: !isSteady || Number.isNaN(ratio) ? 'invalid' : holds ? 'held' : 'missed',
    note: notes.length > 0 ? notes.join('; ') : undefined,
  };
}

/** Runs both sides in turns, each `repetitions` times, beginning with the other one every time. */
export async function inTurns<T>(
  repetitions: number,
  ours: (repetition: number) => Promise<T>,
  reference: (repetition: number) => Promise<T>,
): Promise<{ ours: T[]; reference: T[] }> {
  const result: { ours: T[]; reference: T[] } = { ours: [], reference: [] };
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    const sides = [
      async () => void result.ours.push(await ours(repetition)),
      async () => void result.reference.push(await reference(repetition)),
    ];
    if (repetition % 2 === 1) sides.reverse();
    for (const side of sides) await side();
  }
  return result;
}
