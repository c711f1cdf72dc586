import { monotonicMs } from './monotonic';

const SHAPE = /^Line (\d+), sent at (\d+\.\d+): /;
const REST = 'the queue of the payment workers grows, p95 of checkout at 2.4 s and rising';

/** A log line of ordinary length that carries the moment it was sent, on the clock all processes share. */
export const timedText = (index: number): string => `Line ${index}, sent at ${monotonicMs().toFixed(3)}: ${REST}`;

export function sentAtOf(text: string): number | null {
  const match = SHAPE.exec(text);
  return match ? Number(match[2]) : null;
}
