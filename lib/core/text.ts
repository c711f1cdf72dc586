import * as z from 'zod/mini';

// Postgres text cannot hold U+0000, and a lone surrogate is not UTF-8: both are refused where they enter.
const storable = (text: string) => !text.includes('\0') && text.isWellFormed();
const STORABLE = { error: 'This text holds a null byte or a broken character. Remove it and send again.' };

const longest = (max: number, told = max) =>
  z.maxLength(max, {
    error: `This is longer than ${told.toLocaleString('en')} characters. Attach long text as evidence instead.`,
  });

/** One line of text: trimmed, 1 to `max` UTF-16 units, no line breaks. */
export const line = (max: number) =>
  z.string().check(
    longest(max * 2, max),
    z.trim(),
    z.minLength(1, { error: 'Write something first.' }),
    longest(max),
    z.refine((text) => !/[\r\n\u2028\u2029]/.test(text), { error: 'Keep this on one line.' }),
    z.refine(storable, STORABLE),
  );

/** Text of several lines: 1 to `max` UTF-16 units, kept as written apart from white space at its end. */
export const prose = (max: number) =>
  z.string().check(
    longest(max),
    z.refine((text) => text.trim().length > 0, { error: 'Write something first.' }),
    z.refine(storable, STORABLE),
    z.overwrite((text) => text.replace(/\s+$/, '')),
  );

/** Text of several lines that may be empty: 0 to `max` UTF-16 units. */
export const optionalProse = (max: number) => z.string().check(longest(max), z.refine(storable, STORABLE));

/** Why somebody goes past a rule; it stands in the log. */
export const Reason = prose(2000);

/** An instant, RFC 3339 with `Z` or an offset; kept as UTC. */
export const InstantInput = z.pipe(
  z.iso.datetime({ offset: true, error: 'Give the time as RFC 3339, for example 2026-11-23T16:05:00Z.' }),
  z.transform((text: string, context) => {
    const date = new Date(text);
    if (!Number.isNaN(date.getTime())) return date.toISOString();
    context.issues.push({ code: 'custom', message: 'There is no such time.', input: text });
    return z.NEVER;
  }),
);

/** A pasted output: 1 to `max` UTF-16 units, kept exactly as sent. */
export const output = (max: number) =>
  z.string().check(
    longest(max),
    z.refine((text) => text.trim().length > 0, { error: 'There is nothing in it. Paste the output, or upload a file.' }),
    z.refine(storable, STORABLE),
  );

/** A part that may be left out, or be null for "none". */
export const orNull = <T extends z.core.$ZodType>(schema: T) => z.prefault(z.nullable(schema), null);
