import type { Caller } from '@/lib/auth/caller';
import { STATUS_PAGE_SETTING, type ChangeStatusPageInput, type StatusPageSettings } from '@/lib/contracts/status-page';
import { changeStatus } from './change-status';
import { given, isSame } from './given';
import { pageSettings } from './read-page';
import type { StatusDeps } from './status-deps';

/** Changes what the status page says of itself. Administrators only. */
export const changePage =
  (deps: StatusDeps) =>
  (caller: Caller, input: ChangeStatusPageInput): Promise<StatusPageSettings> =>
    changeStatus(deps, caller, 'admin', async (tx) => {
      const before = await pageSettings(tx);
      const change = given(input);
      if (isSame(before, change)) return { answer: before, audit: [] };
      const after: StatusPageSettings = { ...before, ...change };
      const value = JSON.stringify(after);
      await tx.setting.upsert({
        where: { name: STATUS_PAGE_SETTING },
        create: { name: STATUS_PAGE_SETTING, value },
        update: { value },
      });
      return { answer: after, audit: [{ action: 'status-page.changed', subject: STATUS_PAGE_SETTING, detail: change }] };
    });
