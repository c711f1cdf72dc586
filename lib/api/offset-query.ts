import * as z from 'zod/mini';

/** `+02:00`, `-05:30` or `Z`, as minutes east of UTC. */
const Offset = z._default(
  z.pipe(
    z
      .string()
      .check(
        z.regex(/^(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/, { error: 'Give the offset as Z or as +02:00 (in an address: %2B02:00).' }),
      ),
    z.transform((text: string) =>
      text === 'Z' ? 0 : Number(`${text[0]}1`) * (Number(text.slice(1, 3)) * 60 + Number(text.slice(4))),
    ),
  ),
  0,
);

/** In which zone times are written. */
export const OffsetQuery = z.strictObject({ offset: Offset });
