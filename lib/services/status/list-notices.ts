import type { Caller } from '@/lib/auth/caller';
import type { Notice } from '@/lib/contracts/status-page';
import type { Notice as Row } from '@/lib/db/generated/client';
import { notFound } from '../errors';
import { mayRead } from './may-keep';
import type { StatusDeps, Tx } from './status-deps';

const KEPT = 100;

export const noticeOf = ({ id, text, isPublic, createdAt, endsAt, editedAt }: Row): Notice => ({
  ...{ id, text, isPublic, createdAt: createdAt.toISOString() },
  ...{ endsAt: endsAt?.toISOString() ?? null, editedAt: editedAt?.toISOString() ?? null },
});

/** A notice that was not removed; throws `not_found` where it was, or never was. */
export async function findNotice(tx: Tx, id: string): Promise<Row> {
  const found = await tx.notice.findUnique({ where: { id } });
  if (!found || found.removedAt) throw notFound('notice');
  return found;
}

/** Pinned notices and those that ended, newest first. For responders and administrators. */
export const listNotices =
  ({ prisma }: StatusDeps) =>
  async (caller: Caller): Promise<Notice[]> => {
    mayRead(caller, 'responder');
    const rows = await prisma.notice.findMany({
      ...{ where: { removedAt: null }, take: KEPT },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    });
    return rows.map(noticeOf);
  };
