import type { Instant } from './ids';

const RFC3339 = /^(\d{4}-\d\d-\d\d)[Tt ](?:[01]\d|2[0-3]):\d\d(?::\d\d(?:\.\d{1,9})?)?(?:[Zz]|([+-])(\d\d):(\d\d))$/;

/** Reads RFC 3339 text into UTC and the offset it came with, in minutes; null where it is no such time. */
export function parseInstant(text: string): { at: Instant; offsetMin: number } | null {
  const match = RFC3339.exec(text);
  const date = new Date(text);
  if (!match || Number.isNaN(date.getTime())) return null;
  const [, day = '', sign, hours = '0', minutes = '0'] = match;
  // `Date` takes the 30th of February for the 2nd of March.
  if (!new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)) return null;
  const offsetMin = Number(hours) * 60 + Number(minutes);
  return { at: date.toISOString(), offsetMin: sign === '-' && offsetMin > 0 ? -offsetMin : offsetMin };
}
