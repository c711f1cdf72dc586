const keyOf = (userId: string) => `warroom.rest-put-off.${userId}`;
const HOUR_MS = 3_600_000;

/** Until when this person wants to hear nothing about a rest, on this device; 0 for now. */
export function restPutOffUntil(userId: string): number {
  try {
    return Number(localStorage.getItem(keyOf(userId))) || 0;
  } catch {
    return 0;
  }
}

export function putRestOff(userId: string, nowMs: number): number {
  const untilMs = nowMs + HOUR_MS;
  try {
    localStorage.setItem(keyOf(userId), String(untilMs));
  } catch {
    // Forbidden storage only costs that another tab asks too.
  }
  return untilMs;
}
