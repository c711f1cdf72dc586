/** Access that is withdrawn ends within two seconds in every process; in the one that withdraws it, at once. */
const MOMENT_MS = 500;
const MOST = 10_000;

type Look<Value> = (key: string) => Promise<Value | null>;

/**
 * Remembers answers for half a second, so that a burst of requests of one person costs one look-up. Only good answers are
 * kept: who was nobody a moment ago may be somebody now.
 */
export function createMoments(clock: () => Date) {
  let forgotten = 0;

  return {
    remember<Value>(look: Look<Value>): Look<Value> {
      const known = new Map<string, { value: Value; sinceMs: number; epoch: number }>();
      return async (key) => {
        const epoch = forgotten;
        const nowMs = clock().getTime();
        const found = known.get(key);
        if (found && found.epoch === epoch && Math.abs(nowMs - found.sinceMs) < MOMENT_MS) return found.value;
        const value = await look(key);
        if (known.size >= MOST) known.clear();
        // Kept under the epoch in which it was asked: what changed meanwhile makes it worthless.
        if (value === null) known.delete(key);
        else known.set(key, { value, sinceMs: nowMs, epoch });
        return value;
      };
    },
    /** Nothing that was asked so far counts any more. */
    forget: () => void (forgotten += 1),
  };
}
