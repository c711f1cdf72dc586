import * as z from 'zod/mini';
import { PublishTargetChange, PublishTargetInput } from '@/lib/contracts/publishing';
import type { Publishing } from '@/lib/services/publishing/publishing';
import { callerOf } from '../api-env';
import { idIn } from '../people/people-routes-deps';
import type { Router } from '../route';

const PAGE = '/api/v1/status';
const TARGET = `${PAGE}/targets/{target}` as const;
const Cursor = z.object({ cursor: z.optional(z.string()) });

export function mountPublishing({ route }: Router, publishing: Publishing): void {
  const admins = { who: 'admin', tag: 'Status page' } as const;
  const { pushTargets } = publishing;

  route(
    {
      ...admins,
      method: 'get',
      path: `${PAGE}/preview`,
      answers: ['text/html'],
      summary: 'The page as the public would see it now',
    },
    // A page of its own beside the application: nothing in it may run, or reach what is kept here.
    async (c) =>
      c.html(await publishing.previewPublicStatus(), 200, {
        'content-security-policy':
          "sandbox; default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; frame-ancestors 'none'",
      }),
  );
  route(
    { ...admins, method: 'get', path: `${PAGE}/publications`, query: Cursor, summary: 'When the page was written, why, by whom' },
    async (c, { query }) => c.json(await publishing.listPublications(callerOf(c), query)),
  );
  route({ ...admins, method: 'post', path: `${PAGE}/publications`, status: 204, summary: 'Publish the page now' }, async (c) => {
    await publishing.publishNow(callerOf(c));
    return c.body(null, 204);
  });
  route({ ...admins, method: 'get', path: `${PAGE}/targets`, summary: 'Where the page is pushed to' }, async (c) =>
    c.json({ targets: await pushTargets.list(callerOf(c)) }),
  );
  route(
    { ...admins, method: 'post', path: `${PAGE}/targets`, input: PublishTargetInput, status: 201, summary: 'Add a target' },
    async (c, { input }) => c.json(await pushTargets.create(callerOf(c), input), 201),
  );
  route(
    { ...admins, method: 'patch', path: TARGET, input: PublishTargetChange, summary: 'Change a target, or switch it on or off' },
    async (c, { input }) => c.json(await pushTargets.change(callerOf(c), idIn(c, 'target'), input)),
  );
  route({ ...admins, method: 'post', path: `${TARGET}/push`, status: 204, summary: 'Push to a target now' }, async (c) => {
    await pushTargets.pushNow(callerOf(c), idIn(c, 'target'));
    return c.body(null, 204);
  });
  route({ ...admins, method: 'delete', path: TARGET, status: 204, summary: 'Forget a target' }, async (c) => {
    await pushTargets.remove(callerOf(c), idIn(c, 'target'));
    return c.body(null, 204);
  });
}
