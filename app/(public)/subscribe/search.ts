export type Search = Promise<Record<string, string | string[] | undefined>>;

/** A part of the address that stands there once; null for none. */
export const oneOf = (value: string | string[] | undefined): string | null => (typeof value === 'string' ? value : null);
