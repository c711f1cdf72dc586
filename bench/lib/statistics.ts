const sorted = (values: ArrayLike<number>): Float64Array => Float64Array.from(values).sort();

/** The value below which `share` (0..1) of the values lie; the nearest one that was really measured. NaN for none. */
export function percentile(values: ArrayLike<number>, share: number): number {
  const inOrder = sorted(values);
  return inOrder[Math.max(0, Math.ceil(share * inOrder.length) - 1)] ?? Number.NaN;
}

/** The middle value, or the mean of the two in the middle. */
export function median(values: ArrayLike<number>): number {
  const inOrder = sorted(values);
  const middle = inOrder.length >> 1;
  const upper = inOrder[middle] ?? Number.NaN;
  return inOrder.length % 2 === 1 ? upper : ((inOrder[middle - 1] ?? Number.NaN) + upper) / 2;
}

export const range = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)];

/** How far a series of repetitions wandered: (largest - smallest) / median. */
export function wander(values: readonly number[]): number {
  const [low, high] = range(values);
  return (high - low) / median(values);
}

/** Slope of the least-squares line through log(y) over log(x): 0 is flat, 1 grows alike, 2 squared. */
export function logLogSlope(points: readonly { x: number; y: number }[]): number {
  const logs = points.map(({ x, y }) => ({ x: Math.log(x), y: Math.log(y) }));
  const meanX = logs.reduce((sum, { x }) => sum + x, 0) / logs.length;
  const meanY = logs.reduce((sum, { y }) => sum + y, 0) / logs.length;
  const rise = logs.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
  return rise / logs.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
}
