import type { Confirmation } from '@/lib/contracts/subscribers';
import { ServiceError } from '../errors';
import { manageToken, readConfirmToken } from './link-tokens';
import type { SubscribersParts } from './subscribers-deps';

const CONFIRM = `UPDATE subscriber SET confirmed_at = $2 WHERE id = $1 AND kind = 'mail' AND confirmed_at IS NULL AND ended_at IS NULL`;
const LOOK = `SELECT ended_at IS NOT NULL AS "hasEnded" FROM subscriber WHERE id = $1 AND kind = 'mail'`;

/**
 * Begins a subscription by the link of its mail, within 72 hours. Twice is once, and said so. Throws `not_found` for a link
 * that we never made, `conflict` for one that is too old or whose subscription was ended.
 */
export const confirmSubscription =
  ({ pool, clock, secret }: SubscribersParts) =>
  async (token: string): Promise<Confirmation> => {
    const read = readConfirmToken(token, clock(), secret);
    if (!read) throw new ServiceError('not_found', 'This link is not complete. Copy it whole from the mail, or subscribe again.');
    const { rows } = await pool.query<{ hasEnded: boolean }>(LOOK, [read.id]);
    const [row] = rows;
    if (!row || row.hasEnded) throw new ServiceError('conflict', 'This subscription was ended. Subscribe again to get updates.');
    const { rowCount } = read.isOver ? { rowCount: 0 } : await pool.query(CONFIRM, [read.id, clock()]);
    const isActive = rowCount === 1 || (await isConfirmed(pool, read.id));
    if (!isActive) throw new ServiceError('conflict', 'This link is older than 72 hours. Subscribe again to get a new one.');
    return { manageToken: manageToken(read.id, secret), wasConfirmed: rowCount === 0 };
  };

async function isConfirmed(pool: SubscribersParts['pool'], id: string): Promise<boolean> {
  const { rows } = await pool.query(`SELECT 1 FROM subscriber WHERE id = $1 AND confirmed_at IS NOT NULL AND ended_at IS NULL`, [
    id,
  ]);
  return rows.length > 0;
}
