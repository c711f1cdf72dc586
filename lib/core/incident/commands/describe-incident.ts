import * as z from 'zod/mini';
import { InstantInput, line, optionalProse } from '@/lib/core/text';
import { changedFields, isEmpty } from '../changed-fields';
import { command, ok, refuse } from '../command';
import { conflict } from '../conflict';
import { mustBeInRoom } from '../permissions';
import { refusedTime } from '../refused-time';
import { ServiceName } from './declare-incident';

export const describeIncident = command({
  name: 'incident.describe',
  title: 'Describe the incident',
  path: '/description',
  input: z.strictObject({
    title: z.optional(line(200)),
    summary: z.optional(z.nullable(optionalProse(4000))),
    services: z.optional(z.array(ServiceName).check(z.maxLength(50))),
    startedAt: z.optional(InstantInput),
    detectedAt: z.optional(z.nullable(InstantInput)),
  }),
  may: mustBeInRoom,
  decide(incident, input, meta) {
    if (isEmpty(changedFields(input, {}))) return refuse('invalid', 'Name at least one field to change.');
    const { startedAt, detectedAt } = input;
    const badTime =
      (startedAt && refusedTime(startedAt, meta.now, 'That start')) ||
      (detectedAt && refusedTime(detectedAt, meta.now, 'That time of detection'));
    if (badTime) return badTime;
    const changes = changedFields(input, incident);
    if (isEmpty(changes)) return conflict('It says so already. Change something first.', incident.title, null);
    return ok({ type: 'incident.described', data: changes });
  },
});
