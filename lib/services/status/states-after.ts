import type { ComponentState } from '@/lib/core/status/component-state';
import type { MaintenanceRow } from './list-maintenance';
import type { Tx } from './status-deps';

type Row = { component_id: string; latest: ComponentState | null; told: ComponentState | null; others: boolean };

/**
 * The state of each component when this maintenance is over: as the latest word of a running incident has it, else
 * operational. Left out is a component that somebody said something else of meanwhile, and one that another maintenance still holds.
 */
export async function statesAfter(tx: Tx, row: MaintenanceRow): Promise<{ componentId: string; state: ComponentState }[]> {
  const ids = row.componentIds;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT named.id::text AS component_id,
      (SELECT c.state FROM component_change c WHERE c.component_id = named.id ORDER BY c.at DESC, c.source_id DESC LIMIT 1)
        AS latest,
      (SELECT c.state FROM component_change c JOIN incident i ON i.id = c.incident_id
        WHERE c.component_id = named.id AND i.status NOT IN ('resolved', 'closed')
        ORDER BY c.at DESC, c.source_id DESC LIMIT 1) AS told,
      EXISTS (SELECT 1 FROM maintenance m
        WHERE m.id <> ${row.id}::uuid AND m.phase IN ('in_progress', 'verifying') AND named.id = ANY (m.component_ids)) AS others
    FROM unnest(${ids}::uuid[]) AS named (id)`;
  return rows
    .filter(({ latest, others }) => latest === 'under_maintenance' && !others)
    .map(({ component_id, told }) => ({ componentId: component_id, state: told ?? 'operational' }));
}
