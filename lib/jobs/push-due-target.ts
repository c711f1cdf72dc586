import type { Pool } from 'pg';
import type { GuardedFetch } from '@/lib/connectors/guarded-fetch';
import type { StandingSite } from '@/lib/publish/standing-site';
import { pushTo } from '@/lib/publish/targets/push-to';
import type { PushTarget } from '@/lib/publish/targets/target';
import { unseal } from '@/lib/services/sealed';
import { waitMs } from './claim-effect';

export type PushDeps = {
  pool: Pool;
  clock: () => Date;
  secret: string;
  site: Pick<StandingSite, 'hash' | 'files'>;
  fetch: GuardedFetch;
  workFolder: string;
};

const TIMEOUT_MS = 300_000;
// Longer than a push may take: nobody else takes what is still being pushed.
const LEASE_MS = TIMEOUT_MS + 60_000;

// Only where we have ourselves what was published last: an older process does not undo a newer push.
const CLAIM = `
  UPDATE publish_target SET attempts = attempts + 1, due_at = $1::timestamptz + $2 * interval '1 millisecond'
  WHERE id = (
    SELECT id FROM publish_target WHERE is_enabled AND pushed_hash IS DISTINCT FROM $3 AND (due_at IS NULL OR due_at <= $1)
      AND $3 = (SELECT hash FROM publication WHERE error IS NULL ORDER BY id DESC LIMIT 1)
    ORDER BY due_at NULLS FIRST, id LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING id, kind, name, config, secret, attempts`;
const DONE = `UPDATE publish_target SET pushed_hash = $2, pushed_at = $3, attempts = 0, due_at = NULL, last_error = NULL
  WHERE id = $1 AND attempts = $4`;
const LATER = `UPDATE publish_target SET due_at = $2, last_error = $3 WHERE id = $1 AND attempts = $4`;

type Claimed = Omit<PushTarget, 'secret'> & { id: string; secret: string | null; attempts: number };

function opened({ secret }: Claimed, key: string): string | null {
  if (secret === null) return null;
  const text = unseal(secret, key);
  if (text === null) throw new Error('Its secret was sealed with another WARROOM_SECRET. Enter it again.');
  return text;
}

async function attempt(deps: PushDeps, claimed: Claimed, hash: string): Promise<string | null> {
  try {
    const { kind, config } = claimed;
    const target = { kind, config, secret: opened(claimed, deps.secret) } as PushTarget;
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    await pushTo(target, { files: deps.site.files(), hash, fetch: deps.fetch, workFolder: deps.workFolder, signal });
    return null;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : '';
    return `${error instanceof Error ? error.message : String(error)}${cause}`.slice(0, 500);
  }
}

/**
 * Pushes what was published last to one target that does not hold it yet; false where none is due. What fails is tried
 * again after 5, 10, 20 ... seconds, at most an hour apart, until it is done or something newer is to be pushed.
 */
export async function pushDueTarget(deps: PushDeps): Promise<boolean> {
  const hash = deps.site.hash();
  if (hash === '') return false;
  const { rows } = await deps.pool.query<Claimed>(CLAIM, [deps.clock(), LEASE_MS, hash]);
  const [claimed] = rows;
  if (!claimed) return false;
  const error = await attempt(deps, claimed, hash);
  const now = deps.clock();
  const { id, attempts } = claimed;
  if (error === null) await deps.pool.query(DONE, [id, hash, now, attempts]);
  else await deps.pool.query(LATER, [id, new Date(now.getTime() + waitMs(attempts)), error, attempts]);
  return true;
}
