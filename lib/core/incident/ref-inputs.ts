import * as z from 'zod/mini';

const refOrId = (letter: string, what: string) =>
  z.string({ error: `Name the ${what}, for example ${letter}1.` }).check(
    z.regex(new RegExp(`^(?:${letter}[1-9]\\d{0,5}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$`, 'i'), {
      error: `Name the ${what} by its reference, for example ${letter}1, or by its id.`,
    }),
  );

export const HypothesisRef = refOrId('H', 'hypothesis');
export const EvidenceRef = refOrId('E', 'evidence');
export const TaskRef = refOrId('T', 'task');
export const UpdateRef = refOrId('U', 'update');
export const QuestionRef = refOrId('Q', 'question');

/** A log line by its place in the incident: 41, or "41" and "#41" as an address or a person writes it. */
export const EntryRef = z.pipe(
  z.union([z.int().check(z.minimum(1), z.maximum(999_999_999)), z.string().check(z.regex(/^#?[1-9]\d{0,8}$/))], {
    error: 'Name the log line by its number, for example 41.',
  }),
  z.transform((entry: number | string) => Number(String(entry).replace('#', ''))),
);
