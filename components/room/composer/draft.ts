const keyOf = (userId: string, incidentKey: string) => `warroom.draft.${userId}.${incidentKey}`;

/** What this person began to write in this incident: in this tab, or else last in another. */
export function readDraft(userId: string, incidentKey: string): string {
  const key = keyOf(userId, incidentKey);
  try {
    return sessionStorage.getItem(key) ?? localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

/** Keeps it over a reload, for this tab apart from others, and for the next one when this is closed. False where this device keeps nothing. */
export function keepDraft(userId: string, incidentKey: string, text: string): boolean {
  const key = keyOf(userId, incidentKey);
  try {
    const before = sessionStorage.getItem(key);
    // Empty, not gone: what another tab writes is not to appear here.
    sessionStorage.setItem(key, text);
    if (text !== '') localStorage.setItem(key, text);
    else if (localStorage.getItem(key) === before) localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}
