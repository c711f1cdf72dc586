import { redisOom } from '@/lib/services/practice/recordings/redis-oom';
import type { Incidents } from '@/lib/services/incident/incidents';
import { callerOf } from '../api-env';
import type { Router } from '../route';

export function mountPractice({ route }: Router, incidents: Incidents): void {
  const at = { who: 'signed-in', tag: 'Incidents' } as const;
  const list = { ...at, method: 'get', path: '/api/v1/practice', summary: 'List the practice rooms' } as const;
  route(list, async (c) => c.json({ rooms: await incidents.listPractice(callerOf(c)) }));

  const play = {
    ...at,
    method: 'post',
    path: '/api/v1/practice',
    summary: 'Open a practice room from a recording',
    status: 201,
  } as const;
  route(play, async (c) => c.json(await incidents.playRecording(callerOf(c), redisOom), 201));

  const remove = {
    ...at,
    method: 'delete',
    path: '/api/v1/practice/{incident}',
    summary: 'Remove a practice room',
    status: 204,
  } as const;
  route(remove, async (c) => {
    await incidents.removePractice(callerOf(c), c.req.param('incident') ?? '');
    return c.body(null, 204);
  });
}
