import * as z from 'zod/mini';
import { commands } from '@/lib/core/incident/registry';
import type { Incidents } from '@/lib/services/incident/incidents';
import { callerOf, type ApiContext } from '../api-env';
import { COMMAND_MAX_BYTES, mediaTypeOf, readObject } from '../read-body';
import type { Router } from '../route';
import { envelopeOf } from './incident-routes';
import { ServiceError } from '@/lib/services/errors';

const GenericCommand = z.strictObject({
  id: z.string(),
  name: z.string().check(z.maxLength(100)),
  input: z.record(z.string(), z.unknown()),
  at: z.optional(z.nullable(z.string())),
});

/** Bodies that are no JSON and have a route of their own beside the command's. */
const OWN_BODY: Record<string, (c: ApiContext) => boolean> = {
  'log.write': (c) => mediaTypeOf(c) === 'text/plain',
  'evidence.add': (c) => mediaTypeOf(c) !== 'application/json',
};

/** Fields of the input that stand in the path: `/hypotheses/{hypothesis}/confirm`. */
const fieldsOf = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(([, field = '']) => field);

/** The generic door and, from the registry, one resource route per command: the same door under the name that people expect. */
export function mountCommands({ route }: Router, incidents: Incidents): void {
  const at = { method: 'post', who: 'signed-in', tag: 'Commands' } as const;

  route(
    { ...at, path: '/api/v1/incidents/{incident}/commands', summary: 'Any command', describes: GenericCommand },
    async (c) => {
      const parsed = z.safeParse(GenericCommand, await readObject(c, COMMAND_MAX_BYTES));
      if (!parsed.success)
        throw new ServiceError('invalid', 'Send {id, name, input, at?}: the command, with an id that you made.');
      const { id, name, input, at: when } = parsed.data;
      return c.json(
        await incidents.execute(callerOf(c), { incident: c.req.param('incident') ?? '', id, name, input, at: when ?? null }),
      );
    },
  );

  for (const { name, title, path, input: describes } of commands) {
    const fields = fieldsOf(path);
    const others = OWN_BODY[name];
    route(
      { ...at, path: `/api/v1/incidents/{incident}${path}`, summary: title, describes, command: name },
      async (c, _given, next) => {
        if (others?.(c)) return next();
        const body = await readObject(c, COMMAND_MAX_BYTES);
        const { id, at: when, input } = envelopeOf(body, c.req.header('idempotency-key'));
        const placed = Object.fromEntries(fields.map((field) => [field, c.req.param(field)]));
        const request = { incident: c.req.param('incident') ?? '', id, name, input: { ...input, ...placed }, at: when };
        return c.json(await incidents.execute(callerOf(c), request));
      },
    );
  }
}
