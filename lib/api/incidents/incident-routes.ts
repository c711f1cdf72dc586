import * as z from 'zod/mini';
import { uuidv7 } from 'uuidv7';
import { DeclareInput } from '@/lib/core/incident/commands/declare-incident';
import { SEVERITIES, STATUSES } from '@/lib/core/incident/state';
import type { Incidents } from '@/lib/services/incident/incidents';
import { ServiceError } from '@/lib/services/errors';
import { callerOf } from '../api-env';
import { readObject } from '../read-body';
import type { Router } from '../route';

/** `a,b,c` of a closed set. */
const listOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.optional(
    z.pipe(
      z.string().check(z.maxLength(200)),
      z.pipe(
        z.transform((text: string) => text.split(',')),
        z.array(z.enum(values)),
      ),
    ),
  );

const wholeNumber = (min: number, max: number, fallback: number) =>
  z._default(
    z.pipe(
      z.string().check(z.regex(/^\d{1,10}$/, { error: 'Give a whole number.' })),
      z.pipe(
        z.transform((text: string) => Number(text)),
        z.number().check(z.minimum(min), z.maximum(max)),
      ),
    ),
    fallback,
  );

const ListQuery = z.strictObject({
  status: listOf(STATUSES),
  severity: listOf(SEVERITIES),
  q: z.optional(z.string().check(z.maxLength(200))),
  cursor: z.optional(z.string().check(z.maxLength(40))),
  limit: wholeNumber(1, 100, 50),
});

const AfterQuery = z.strictObject({ after: wholeNumber(0, 2 ** 31 - 1, 0), limit: wholeNumber(1, 500, 500) });
const BeforeQuery = z.strictObject({ before: wholeNumber(1, 2 ** 31 - 1, 2 ** 31 - 1), limit: wholeNumber(1, 500, 200) });

const MOST_BYTES = 256 * 1024;

/** Splits `{id?, at?, ...input}` into what goes around a command and what goes into it. */
export function envelopeOf(body: Record<string, unknown>, key: string | undefined) {
  const { id, at, ...input } = body;
  if (at !== undefined && at !== null && typeof at !== 'string') {
    throw new ServiceError('invalid', 'Give `at` as RFC 3339 text.', { issues: [{ path: 'at', message: 'Not text.' }] });
  }
  if (id !== undefined && typeof id !== 'string') {
    throw new ServiceError('invalid', 'Give `id` as a UUID.', { issues: [{ path: 'id', message: 'Not text.' }] });
  }
  return { id: key ?? id ?? uuidv7(), at: at ?? null, input };
}

export function mountIncidents({ route }: Router, incidents: Incidents): void {
  const at = { who: 'signed-in', tag: 'Incidents' } as const;

  route(
    { ...at, method: 'post', path: '/api/v1/incidents', summary: 'Declare an incident', status: 201, describes: DeclareInput },
    async (c) => {
      const { id, at: when, input } = envelopeOf(await readObject(c, MOST_BYTES), c.req.header('idempotency-key'));
      const caller = callerOf(c);
      const { key, events, seq } = await incidents.declare(caller, { id, input, at: when });
      const room = await incidents.loadRoom(caller, key);
      c.header('location', `/api/v1/incidents/${key}`);
      return c.json({ incident: room.incident, events, seq }, 201);
    },
  );

  route({ ...at, method: 'get', path: '/api/v1/incidents', summary: 'List incidents', query: ListQuery }, async (c, { query }) =>
    c.json(await incidents.list(callerOf(c), query)),
  );

  route({ ...at, method: 'get', path: '/api/v1/turns', summary: 'List what turned in the last 24 hours' }, async (c) =>
    c.json({ turns: await incidents.listTurns(callerOf(c)) }),
  );

  route({ ...at, method: 'get', path: '/api/v1/incidents/{incident}', summary: 'Read an incident as it stands' }, async (c) =>
    c.json(await incidents.loadRoom(callerOf(c), c.req.param('incident') ?? '')),
  );

  route(
    { ...at, method: 'get', path: '/api/v1/incidents/{incident}/events', summary: 'Read events after a seq', query: AfterQuery },
    async (c, { query }) => c.json(await incidents.readEvents(callerOf(c), c.req.param('incident') ?? '', query)),
  );

  route(
    {
      ...at,
      method: 'get',
      path: '/api/v1/incidents/{incident}/log/earlier',
      summary: 'Read events before a seq',
      query: BeforeQuery,
    },
    async (c, { query }) => c.json(await incidents.readEarlier(callerOf(c), c.req.param('incident') ?? '', query)),
  );
}
