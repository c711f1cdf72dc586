import * as z from 'zod/mini';
import { InstantInput, line, optionalProse } from '@/lib/core/text';
import { changedFields, isEmpty } from '../changed-fields';
import { command, ok, refuse } from '../command';
import { conflict } from '../conflict';
import { mustBeInRoom } from '../permissions';
import { refusedTime } from '../refused-time';
import { ServiceName } from './declare-incident';

const facts = {
  title: z.optional(line(200)),
  summary: z.optional(z.nullable(optionalProse(4000))),
  services: z.optional(z.array(ServiceName).check(z.maxLength(50))),
  startedAt: z.optional(InstantInput),
  detectedAt: z.optional(z.nullable(InstantInput)),
};

const WORDS = { title: 'title', summary: 'summary', services: 'services', startedAt: 'start', detectedAt: 'time of detection' };

export const describeIncident = command({
  name: 'incident.describe',
  title: 'Describe the incident',
  path: '/description',
  input: z.strictObject({
    ...facts,
    /** What the person saw of it. */
    was: z.optional(z.strictObject(facts)),
  }),
  may: mustBeInRoom,
  decide(incident, { was = {}, ...input }, meta) {
    if (isEmpty(changedFields(input, {}))) return refuse('invalid', 'Name at least one field to change.');
    const { startedAt, detectedAt } = input;
    const badTime =
      (startedAt && refusedTime(startedAt, meta.now, 'That start')) ||
      (detectedAt && refusedTime(detectedAt, meta.now, 'That time of detection'));
    if (badTime) return badTime;
    const [moved] = Object.keys(changedFields(was, incident)) as (keyof typeof WORDS)[];
    if (moved) {
      const message = `The ${WORDS[moved]} was changed meanwhile. Look at what stands there now, then decide.`;
      return conflict(message, incident[moved], null);
    }
    const changes = changedFields(input, incident);
    if (isEmpty(changes)) return conflict('It says so already. Change something first.', incident.title, null);
    return ok({ type: 'incident.described', data: changes });
  },
});
