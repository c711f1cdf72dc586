import type { Context } from 'hono';
import type { Caller } from '@/lib/auth/caller';
import { ServiceError } from '@/lib/services/errors';

/** What every handler finds in its context. */
export type ApiEnv = { Variables: { caller: Caller | null; requestId: string; address: string } };

export type ApiContext = Context<ApiEnv>;

export function callerOf(c: ApiContext): Caller {
  const caller = c.get('caller');
  if (!caller) throw new ServiceError('unauthenticated', 'Sign in first, or send a token: Authorization: Bearer wr_...');
  return caller;
}
