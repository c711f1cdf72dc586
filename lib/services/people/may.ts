import type { Caller } from '@/lib/auth/caller';
import { READ_ONLY } from '@/lib/core/incident/decide';
import { GLOBAL_ROLES, type GlobalRole } from '@/lib/core/incident/state';
import { ServiceError } from '../errors';
import type { Tx } from './people-deps';

const ADMINS_ONLY = 'Only administrators may do this. Ask one of them; they are listed under Settings, Members.';

/** Refuses a token that may only read. */
export function mustWrite({ actor }: Caller): void {
  if (actor.scope === 'read') throw new ServiceError('forbidden', READ_ONLY);
}

/** Refuses everybody but administrators. */
export function mustBeAdmin({ actor }: Caller): void {
  if (actor.role !== 'admin') throw new ServiceError('forbidden', ADMINS_ONLY);
}

export const isAbove = (role: GlobalRole, other: GlobalRole): boolean => GLOBAL_ROLES.indexOf(role) > GLOBAL_ROLES.indexOf(other);

/** The person's present role, kept from changing until the transaction ends. Refuses a disabled account. */
export async function lockActive(tx: Tx, userId: string): Promise<GlobalRole> {
  const rows = await tx.$queryRaw<{ role: GlobalRole }[]>`
    SELECT role FROM "user" WHERE id = ${userId}::uuid AND disabled_at IS NULL FOR SHARE`;
  const [row] = rows;
  if (row) return row.role;
  throw new ServiceError('unauthenticated', 'Your account was switched off. Ask an administrator.');
}

/** Lets one change of members happen at a time, and only by somebody who is an administrator at that moment. */
export async function lockAdmins(tx: Tx, caller: Caller): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "user" WHERE role = 'admin' AND disabled_at IS NULL ORDER BY id FOR UPDATE`;
  const admins = rows.map((row) => row.id);
  if (!admins.includes(caller.actor.userId)) throw new ServiceError('forbidden', ADMINS_ONLY);
  return admins;
}

/** One account per address: whoever is about to make one waits here for others with the same address. */
export async function lockAddress(tx: Tx, email: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`address:${email}`}))`;
}
