import type { Caller } from '@/lib/auth/caller';
import { notFound, ServiceError } from '../errors';
import { mustBeAdmin, mustWrite } from '../people/may';
import { hookOf, type HookDeps } from './hook-deps';

// What was hidden meanwhile stays untold. The address is the one that the hook has now.
const SQL = `UPDATE delivery SET done_at = NULL, failed_at = NULL, due_at = $3, last_error = NULL,
    payload = jsonb_set(payload, '{url}', to_jsonb($4::text))
  WHERE id = $1 AND target_kind = 'hook' AND target_id = $2
    AND NOT EXISTS (SELECT 1 FROM incident WHERE incident.id = delivery.incident_id AND (is_private OR is_practice))
  RETURNING id`;

/** Sends a message to a hook once more, under its own id: a receiver that has it knows it by that. */
export const resendHookDelivery =
  ({ prisma, pool, clock }: HookDeps) =>
  async (caller: Caller, id: string, deliveryId: string): Promise<void> => {
    mustBeAdmin(caller);
    mustWrite(caller);
    const { url } = await hookOf(prisma, id);
    const known = await prisma.delivery.count({ where: { id: deliveryId, targetKind: 'hook', targetId: id } });
    if (known === 0) throw notFound('message');
    const { rowCount } = await pool.query(SQL, [deliveryId, id, clock(), url]);
    if (!rowCount) throw new ServiceError('rule', 'This incident is private by now, so nothing of it is sent.');
  };
