/** Chance that comes out the same for the same seed (mulberry32, public domain). */
export function chance(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    /** A whole number from 0, below `end`. */
    below: (end: number) => Math.floor(next() * end),
    one: <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T,
    is: (probability: number) => next() < probability,
    bytes: (length: number) => Buffer.from(Array.from({ length }, () => Math.floor(next() * 256))),
  };
}

export type Chance = ReturnType<typeof chance>;
