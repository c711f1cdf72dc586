const PER_SECOND = 20;
const BURST = 60;

/** How often one socket may ask for something: 20 a second, 60 at once. `take` says whether there is room for one more. */
export function operationBudget(nowMs: () => number) {
  let left = BURST;
  let filledAtMs = nowMs();
  return {
    take(): boolean {
      const now = nowMs();
      left = Math.min(BURST, left + (Math.max(0, now - filledAtMs) * PER_SECOND) / 1000);
      filledAtMs = now;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
