import { setTimeout as wait } from 'node:timers/promises';
import { monotonicMs } from './monotonic';
import type { Side } from './sides';
import { timedText } from './timed-text';

/**
 * Sends lines at a steady rate, whether or not earlier ones were answered; answers with how many. Throws when one was
 * refused, or when this process could not keep the rate.
 */
export async function writeSteadily(
  side: Pick<Side, 'write'>,
  { perSecond, forMs }: { perSecond: number; forMs: number },
): Promise<number> {
  const count = Math.round((perSecond * forMs) / 1000);
  const startedAt = monotonicMs();
  const sent: Promise<void>[] = [];
  for (let index = 0; index < count; index += 1) {
    const dueInMs = startedAt + (index * 1000) / perSecond - monotonicMs();
    if (dueInMs > 1) await wait(dueInMs);
    sent.push(side.write(timedText(index)));
  }
  const lateMs = monotonicMs() - startedAt - forMs;
  await Promise.all(sent);
  if (lateMs > forMs / 5) throw new Error(`Sending was ${Math.round(lateMs)} ms late: this process is the one that is full.`);
  return count;
}
