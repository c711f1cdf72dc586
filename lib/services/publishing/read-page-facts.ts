import type { ClientBase, Pool } from 'pg';
import * as z from 'zod';
import type { StatusPageFacts } from '@/lib/core/status/public-status';

// What cannot be read is kept from the public rather than shown to it.
const Facts = z.object({
  name: z.string().min(1).catch('Status'),
  about: z.string().catch(''),
  url: z.string().min(1).nullable().catch(null),
  timeZone: z.string().min(1).catch('UTC'),
  visibility: z.enum(['public', 'private']).catch('private'),
  supportUrl: z.string().min(1).nullable().catch(null),
});

const DEFAULTS: StatusPageFacts = {
  ...{ name: 'Status', about: '', url: null, timeZone: 'UTC', visibility: 'public', supportUrl: null },
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** What the page says of itself, as set under Settings; a public page by the name of Status before that. */
export async function readPageFacts(client: Pool | ClientBase): Promise<StatusPageFacts> {
  const { rows } = await client.query<{ value: string }>(`SELECT value FROM setting WHERE name = 'status_page'`);
  return rows[0] ? Facts.catch({ ...DEFAULTS, visibility: 'private' }).parse(parsed(rows[0].value)) : DEFAULTS;
}
