const keyOf = (userId: string, incidentKey: string) => `warroom.draft.${userId}.${incidentKey}`;

/** What this person began to write in this incident. */
export function readDraft(userId: string, incidentKey: string): string {
  try {
    return localStorage.getItem(keyOf(userId, incidentKey)) ?? '';
  } catch {
    return '';
  }
}

/** Keeps it over a reload. False where this device keeps nothing. */
export function keepDraft(userId: string, incidentKey: string, text: string): boolean {
  try {
    if (text === '') localStorage.removeItem(keyOf(userId, incidentKey));
    else localStorage.setItem(keyOf(userId, incidentKey), text);
    return true;
  } catch {
    return false;
  }
}
