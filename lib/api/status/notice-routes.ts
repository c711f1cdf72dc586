import { ChangeNoticeInput, PinNoticeInput } from '@/lib/contracts/status-page';
import type { Status } from '@/lib/services/status/status';
import { callerOf } from '../api-env';
import { idIn } from '../people/people-routes-deps';
import type { Router } from '../route';

const PATH = '/api/v1/status/notices';
const ONE = `${PATH}/{notice}` as const;

export function mountNotices({ route }: Router, status: Status): void {
  const staff = { who: 'signed-in', tag: 'Status page' } as const;

  route({ ...staff, method: 'get', path: PATH, summary: 'Pinned notices and those that ended' }, async (c) =>
    c.json({ notices: await status.listNotices(callerOf(c)), nextCursor: null }),
  );
  route(
    { ...staff, method: 'post', path: PATH, input: PinNoticeInput, status: 201, summary: 'Pin a notice to the page' },
    async (c, { input }) => c.json(await status.pinNotice(callerOf(c), input), 201),
  );
  route(
    { ...staff, method: 'patch', path: ONE, input: ChangeNoticeInput, summary: 'Reword a notice, or change who sees it' },
    async (c, { input }) => c.json(await status.changeNotice(callerOf(c), idIn(c, 'notice'), input)),
  );
  route({ ...staff, method: 'post', path: `${ONE}/end`, summary: 'Take a notice off the page from now on' }, async (c) =>
    c.json(await status.endNotice(callerOf(c), idIn(c, 'notice'))),
  );
  route({ ...staff, method: 'delete', path: ONE, status: 204, summary: 'Remove a notice' }, async (c) => {
    await status.removeNotice(callerOf(c), idIn(c, 'notice'));
    return c.body(null, 204);
  });
}
