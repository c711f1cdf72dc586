export type Seen = { seq: number; atMs: number };

const keyOf = (userId: string, incidentKey: string) => `warroom.seen.${userId}.${incidentKey}`;

/** How far this person saw this incident on this device, and when; null where that is not known. */
export function readSeen(userId: string, incidentKey: string): Seen | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(userId, incidentKey)) ?? 'null') as Partial<Seen> | null;
    return typeof kept?.seq === 'number' && typeof kept.atMs === 'number' ? { seq: kept.seq, atMs: kept.atMs } : null;
  } catch {
    return null;
  }
}

export function keepSeen(userId: string, incidentKey: string, seen: Seen) {
  try {
    localStorage.setItem(keyOf(userId, incidentKey), JSON.stringify(seen));
  } catch {
    // Forbidden storage only costs the summary at the next visit.
  }
}
