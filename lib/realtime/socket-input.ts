import * as z from 'zod/mini';
import { DRAFT_MAX_BYTES } from '@/lib/contracts/update-draft';

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

export const DraftName = z.strictObject({ incident: IncidentName });

const BASE64_MAX = Math.ceil(DRAFT_MAX_BYTES / 3) * 4;

export const DraftChangeInput = z.strictObject({
  incident: IncidentName,
  update: z.string().check(z.minLength(1), z.maxLength(BASE64_MAX), z.regex(/^[A-Za-z0-9+/]+={0,2}$/)),
});
