import type { Caller } from '@/lib/auth/caller';
import { STATUS_PAGE_SETTING, StatusPageSettings } from '@/lib/contracts/status-page';
import { mayRead } from './may-keep';
import type { StatusDeps, Tx } from './status-deps';

/** What is set, with the defaults for what is not. */
export async function pageSettings(db: Pick<Tx, 'setting'>): Promise<StatusPageSettings> {
  const row = await db.setting.findUnique({ where: { name: STATUS_PAGE_SETTING } });
  return StatusPageSettings.parse(row ? JSON.parse(row.value) : {});
}

/** What the status page says of itself. For administrators. */
export const readPage =
  ({ prisma }: StatusDeps) =>
  async (caller: Caller): Promise<StatusPageSettings> => {
    mayRead(caller, 'admin');
    return pageSettings(prisma);
  };
