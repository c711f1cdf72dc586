import type { ComponentState } from '@/lib/core/status/component-state';
import type { Tx } from './status-deps';

export type PresentState = { state: ComponentState; since: string | null };

type Row = { component_id: string; state: ComponentState; since: Date };

/** The state of every component that ever changed, and since when without a break; a component that is not in it is operational. */
export async function presentStates(db: Pick<Tx, '$queryRaw'>): Promise<Map<string, PresentState>> {
  const rows = await db.$queryRaw<Row[]>`
    WITH latest AS (
      SELECT DISTINCT ON (component_id) component_id, state FROM component_change ORDER BY component_id, at DESC, source_id DESC)
    SELECT latest.component_id::text, latest.state, (
      SELECT min(c.at) FROM component_change c WHERE c.component_id = latest.component_id AND c.at > coalesce((
        SELECT max(o.at) FROM component_change o WHERE o.component_id = latest.component_id AND o.state <> latest.state), '-infinity')
    ) AS since FROM latest`;
  return new Map(rows.map((row) => [row.component_id, { state: row.state, since: row.since?.toISOString() ?? null }]));
}

export const OPERATIONAL: PresentState = { state: 'operational', since: null };
