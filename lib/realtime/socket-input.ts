import * as z from 'zod/mini';

const IncidentName = z.string().check(z.minLength(1), z.maxLength(64));
const Place = z.nullable(z.string().check(z.maxLength(64)));

/** What a socket may ask, as it arrives from outside. */
export const JoinInput = z.strictObject({
  incident: IncidentName,
  after: z.int().check(z.gte(0), z.lte(2 ** 31 - 1)),
  epoch: z.optional(z.string().check(z.maxLength(64))),
});

export const LeaveInput = z.strictObject({ incident: IncidentName });

export const PresenceInput = z.strictObject({ incident: IncidentName, focus: Place, typing: Place });
