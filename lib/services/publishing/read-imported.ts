import type { PoolClient } from 'pg';
import * as z from 'zod';
import { PHASES } from '@/lib/core/incident/state';
import { COMPONENT_STATES } from '@/lib/core/status/component-state';
import { IMPACTS } from '@/lib/core/status/public-status';
import type { StatusRows, UpdateRow } from '@/lib/core/status/status-rows';

export type MoreRows = Pick<StatusRows, 'incidents' | 'updates' | 'changes'>;

const Component = z.object({
  componentId: z.string().nullable().catch(null),
  name: z.string(),
  state: z.enum(COMPONENT_STATES),
});
const Update = z.object({
  phase: z.enum(PHASES).nullable().catch(null),
  text: z.string(),
  at: z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString()),
  components: z.array(z.unknown()).catch([]),
});
const Updates = z.array(z.unknown()).catch([]);
const Impact = z.enum(IMPACTS).nullable().catch(null);

/** The parts of a list that are what they should be. */
const sound = <T>(schema: z.ZodType<T>, list: readonly unknown[]): T[] =>
  list.flatMap((one) => {
    const read = schema.safeParse(one);
    return read.success ? [read.data] : [];
  });

type Row = { id: string; title: string; impact: string; updates: unknown };

function updatesOf({ id: incidentId, updates }: Row): UpdateRow[] {
  return sound(Update, Updates.parse(updates)).map(({ phase, text, at, components }, index) => ({
    ...{ id: `${incidentId}:${String(index).padStart(4, '0')}`, incidentId, phase, text, at },
    ...{ editedAt: null, components: sound(Component, components), isInternal: false },
  }));
}

/** History that was brought along from another status page. */
export async function readImported(client: PoolClient): Promise<MoreRows> {
  const { rows } = await client.query<Row>('SELECT id, title, impact, updates FROM imported_incident');
  const incidents = rows.map(({ id, title, impact }) => ({
    ...{ id, title, impact: Impact.parse(impact), postmortemUrl: null, postmortemAt: null },
  }));
  return { incidents, updates: rows.flatMap(updatesOf), changes: [] };
}
