import * as z from 'zod/mini';

const isKnown = (name: string) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
};

/** The name of a time zone, `Europe/Berlin`. */
export const TimeZone = z
  .string()
  .check(z.maxLength(64), z.refine(isKnown, { error: 'Choose a time zone such as Europe/Berlin or UTC.' }));
