import { ChangeStatusPageInput } from '@/lib/contracts/status-page';
import type { Status } from '@/lib/services/status/status';
import { callerOf } from '../api-env';
import type { Router } from '../route';

const PATH = '/api/v1/status/page';

export function mountStatusPage({ route }: Router, status: Status): void {
  const admins = { who: 'admin', tag: 'Status page', path: PATH } as const;

  route({ ...admins, method: 'get', summary: 'What the status page says of itself' }, async (c) =>
    c.json(await status.readPage(callerOf(c))),
  );
  route(
    { ...admins, method: 'patch', input: ChangeStatusPageInput, summary: 'Change what the status page says of itself' },
    async (c, { input }) => c.json(await status.changePage(callerOf(c), input)),
  );
}
