/** The first few, and how many there are beyond them. */
export type Some<T> = { shown: T[]; more: number };

export const some = <T>(all: readonly T[], most: number): Some<T> => ({
  ...{ shown: all.slice(0, most), more: Math.max(0, all.length - most) },
});
