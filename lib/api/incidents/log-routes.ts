import { uuidv7 } from 'uuidv7';
import { parseLogText } from '@/lib/core/incident/log-text';
import type { Incidents } from '@/lib/services/incident/incidents';
import { ServiceError } from '@/lib/services/errors';
import { callerOf } from '../api-env';
import { OffsetQuery } from '../offset-query';
import { COMMAND_MAX_BYTES, readText } from '../read-body';
import type { Router } from '../route';

const FORMATS = { txt: 'text/plain', md: 'text/markdown', json: 'application/json' } as const;

export function mountLog({ route }: Router, incidents: Incidents, clock: () => Date): void {
  const at = { who: 'signed-in', tag: 'Log' } as const;

  // Shares its address with `log.write`, which passes on what is text.
  route(
    {
      ...{ ...at, method: 'post', path: '/api/v1/incidents/{incident}/log' },
      ...{ summary: 'Bring in a log written by hand: 16:05 - Alert fired', query: OffsetQuery, accepts: ['text/plain'] },
    },
    async (c, { query }) => {
      const text = await readText(c, COMMAND_MAX_BYTES);
      const parsed = parseLogText(text, { now: clock().toISOString(), offsetMin: query.offset });
      if (!parsed.ok) {
        const issues = parsed.issues.map(({ line, message }) => ({ path: `line ${line}`, message }));
        throw new ServiceError('invalid', 'Some lines could not be read; nothing was written.', { issues });
      }
      const id = c.req.header('idempotency-key') ?? uuidv7();
      const request = { incident: c.req.param('incident') ?? '', id, name: 'log.import', input: { lines: parsed.lines } };
      return c.json(await incidents.execute(callerOf(c), request));
    },
  );

  for (const [format, contentType] of Object.entries(FORMATS) as [keyof typeof FORMATS, string][]) {
    route(
      {
        ...{ ...at, method: 'get', path: `/api/v1/incidents/{incident}/log.${format}` },
        ...{ summary: `The log as ${contentType}`, query: OffsetQuery, answers: [contentType] },
      },
      async (c, { query }) => {
        const { text, name } = await incidents.exportLog(callerOf(c), c.req.param('incident') ?? '', format, query.offset);
        c.header('content-type', `${contentType}; charset=utf-8`);
        c.header('content-disposition', `attachment; filename="${name}"`);
        return c.body(text);
      },
    );
  }
}
