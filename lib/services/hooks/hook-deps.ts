import { randomBytes } from 'node:crypto';
import type { PrismaClient } from '@/lib/db/generated/client';
import type { Hook } from '@/lib/db/generated/client';
import type { NoticeDeps } from '../notifications/notice-deps';
import { notFound } from '../errors';
import { seal } from '../sealed';

export type HookDeps = Pick<NoticeDeps, 'pool' | 'prisma' | 'clock' | 'secret' | 'publicUrl'>;

/** A key of 256 bits in the form that Standard Webhooks gives it, and the same sealed for the tables. */
export function newHookSecret({ secret }: HookDeps): { shown: string; sealed: string } {
  const shown = `whsec_${randomBytes(32).toString('base64')}`;
  return { shown, sealed: seal(shown, secret) };
}

/** A hook that was not removed. Throws `not_found`. */
export async function hookOf(db: Pick<PrismaClient, 'hook'>, id: string): Promise<Hook> {
  const hook = await db.hook.findFirst({ where: { id, removedAt: null } });
  if (!hook) throw notFound('hook');
  return hook;
}
