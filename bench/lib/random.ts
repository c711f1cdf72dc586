/** Numbers in 0..1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const pick = <T>(random: () => number, values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;

export const between = (random: () => number, low: number, high: number): number => low + Math.floor(random() * (high - low + 1));

export function shuffled<T>(random: () => number, values: readonly T[]): T[] {
  const result = [...values];
  for (let left = result.length - 1; left > 0; left -= 1) {
    const other = Math.floor(random() * (left + 1));
    [result[left], result[other]] = [result[other] as T, result[left] as T];
  }
  return result;
}
