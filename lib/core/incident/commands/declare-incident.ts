import * as z from 'zod/mini';
import type { Instant } from '@/lib/core/ids';
import { InstantInput, line, optionalProse } from '@/lib/core/text';
import { ok, type Declaration, type Decision, type Meta } from '../command';
import type { Actor } from '../events';
import { refusedTime } from '../refused-time';
import { SEVERITIES } from '../state';

export const ServiceName = line(80);

export const DeclareInput = z.strictObject({
  title: line(200),
  summary: z._default(z.nullable(optionalProse(4000)), null),
  severity: z._default(z.enum(SEVERITIES), 'SEV2'),
  services: z._default(z.array(ServiceName).check(z.maxLength(50)), []),
  startedAt: z.optional(InstantInput),
  detectedAt: z._default(z.nullable(InstantInput), null),
  isPrivate: z._default(z.boolean(), false),
  isPractice: z._default(z.boolean(), false),
});
export type DeclareInput = z.infer<typeof DeclareInput>;

const refusedDetection = (detectedAt: Instant | null, { now }: Meta) =>
  detectedAt === null ? null : refusedTime(detectedAt, now, 'That time of detection');

/** The one command without an incident: it makes one. A title is enough. */
export const declareIncident = {
  name: 'incident.declare',
  title: 'Declare an incident',
  input: DeclareInput,
  may: (actor: Actor): string | null =>
    actor.role === 'viewer'
      ? 'Viewers cannot declare an incident. Call a responder, or ask an administrator for the responder role.'
      : null,
  decide(input: DeclareInput, meta: Meta, place: Declaration): Decision {
    const startedAt = input.startedAt ?? meta.at;
    const badTime = refusedTime(startedAt, meta.now, 'That start') ?? refusedDetection(input.detectedAt, meta);
    if (badTime) return badTime;
    return ok({ type: 'incident.declared', data: { ...input, startedAt, key: place.key } });
  },
} as const;
