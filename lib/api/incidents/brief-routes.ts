import type { Incidents } from '@/lib/services/incident/incidents';
import { callerOf } from '../api-env';
import { OffsetQuery } from '../offset-query';
import type { Router } from '../route';

const FORMATS = { txt: 'text/plain', md: 'text/markdown' } as const;

export function mountBrief({ route }: Router, { brief }: Pick<Incidents, 'brief'>): void {
  const at = { method: 'get', who: 'signed-in', tag: 'Incidents' } as const;
  const path = '/api/v1/incidents/{incident}/brief' as const;

  route({ ...at, path, summary: 'The incident for somebody who has thirty seconds' }, async (c) =>
    c.json(await brief.read(callerOf(c), c.req.param('incident') ?? '')),
  );

  for (const [format, contentType] of Object.entries(FORMATS) as [keyof typeof FORMATS, string][]) {
    const summary = `The same as ${contentType}`;
    route({ ...at, path: `${path}.${format}`, summary, query: OffsetQuery, answers: [contentType] }, async (c, { query }) => {
      const text = await brief.write(callerOf(c), c.req.param('incident') ?? '', format, query.offset);
      c.header('content-type', `${contentType}; charset=utf-8`);
      return c.body(text);
    });
  }
}
