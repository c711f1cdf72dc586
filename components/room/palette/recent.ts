const KEY = 'warroom.palette.recent';
const MOST = 12;

/** What was chosen in the palette last, by key, the latest first. */
export function recentKeys(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : [];
  } catch {
    return [];
  }
}

export function rememberKey(key: string) {
  try {
    localStorage.setItem(KEY, JSON.stringify([key, ...recentKeys().filter((one) => one !== key)].slice(0, MOST)));
  } catch {
    // Forbidden storage only costs the order of the list.
  }
}
