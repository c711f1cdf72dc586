import { PreviewUpdateInput } from '@/lib/contracts/status';
import type { Services } from '@/lib/services/services';
import { callerOf } from '../api-env';
import type { Router } from '../route';

export function mountUpdates({ route }: Router, { updates }: Pick<Services, 'updates'>): void {
  const preview = {
    method: 'post',
    path: '/api/v1/incidents/{incident}/updates/preview',
    who: 'signed-in',
    tag: 'Incidents',
    summary: 'Say what an update would say by each channel, and to how many; posts nothing',
    input: PreviewUpdateInput,
  } as const;
  route(preview, async (c, { input }) => c.json(await updates.previewUpdate(callerOf(c), c.req.param('incident') ?? '', input)));
}
