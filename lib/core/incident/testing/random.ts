/** A small seeded generator (mulberry32): the same seed gives the same run on every machine. */
export function randomOf(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  /** A whole number from 0 to `below` - 1. */
  const int = (below: number): number => Math.floor(next() * below);
  const pick = <T>(from: readonly T[]): T => from[int(from.length)] as T;
  const chance = (share: number): boolean => next() < share;
  return { int, pick, chance };
}
export type Random = ReturnType<typeof randomOf>;
