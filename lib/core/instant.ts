import type { Instant } from './ids';

const RFC3339 = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:[Zz]|([+-])(\d\d):(\d\d))$/;

/** Reads RFC 3339 text into UTC and the offset it came with, in minutes; null where it is no such time. */
export function parseInstant(text: string): { at: Instant; offsetMin: number } | null {
  const match = RFC3339.exec(text);
  const date = new Date(text);
  if (!match || Number.isNaN(date.getTime())) return null;
  const [, sign, hours = '0', minutes = '0'] = match;
  const offsetMin = Number(hours) * 60 + Number(minutes);
  return { at: date.toISOString(), offsetMin: sign === '-' && offsetMin > 0 ? -offsetMin : offsetMin };
}
