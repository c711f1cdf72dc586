const isSame = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);

/** The fields that were given and differ from what stands. */
export function changedFields<T extends object>(given: T, present: { [K in keyof T]?: unknown }): Partial<T> {
  const changes = Object.entries(given).filter(
    ([field, value]) => value !== undefined && !isSame(value, present[field as keyof T]),
  );
  return Object.fromEntries(changes) as Partial<T>;
}

export const isEmpty = (changes: object): boolean => Object.keys(changes).length === 0;
