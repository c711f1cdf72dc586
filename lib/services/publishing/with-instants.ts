const instant = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value);

/** Rows of the driver with their times as instants. */
export const withInstants = <T>(rows: readonly object[]): T[] =>
  rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, instant(value)])) as T);
