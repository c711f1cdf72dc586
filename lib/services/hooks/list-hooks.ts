import type { Caller } from '@/lib/auth/caller';
import type { HookSummary } from '@/lib/contracts/hooks';
import { mustBeAdmin } from '../people/may';
import type { HookDeps } from './hook-deps';
import { hookSummary } from './hook-summary';

/** The hooks of the team, oldest first; for administrators. */
export const listHooks =
  ({ prisma }: HookDeps) =>
  async (caller: Caller): Promise<HookSummary[]> => {
    mustBeAdmin(caller);
    return (await prisma.hook.findMany({ where: { removedAt: null }, orderBy: { createdAt: 'asc' } })).map(hookSummary);
  };
