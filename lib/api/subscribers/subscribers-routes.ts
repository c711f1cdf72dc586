import { ListSubscribersQuery } from '@/lib/contracts/subscribers';
import { ListDeliveriesQuery } from '@/lib/contracts/deliveries';
import { callerOf } from '../api-env';
import { idIn } from '../people/people-routes-deps';
import type { Router } from '../route';
import { mountSubscribe } from './subscribe-routes';
import type { SubscribersRoutesDeps } from './subscribers-routes-deps';

const admins = { who: 'admin', tag: 'Subscribers' } as const;

function mountList({ route }: Router, { subscribers }: SubscribersRoutesDeps): void {
  const PATH = '/api/v1/subscribers';
  route(
    { ...admins, method: 'get', path: PATH, query: ListSubscribersQuery, summary: 'List who gets updates' },
    async (c, { query }) => c.json(await subscribers.listSubscribers(callerOf(c), query)),
  );
  route(
    { ...admins, method: 'get', path: `${PATH}.csv`, answers: ['text/csv'], summary: 'Everybody who gets updates, as a file' },
    async (c) => {
      const csv = await subscribers.exportSubscribers(callerOf(c));
      const headers = {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="subscribers.csv"',
      };
      return c.body(csv, 200, headers);
    },
  );
  route(
    { ...admins, method: 'delete', path: `${PATH}/{subscriber}`, status: 204, summary: "End somebody's updates" },
    async (c) => {
      await subscribers.removeSubscriber(callerOf(c), idIn(c, 'subscriber'));
      return c.body(null, 204);
    },
  );
}

function mountDeliveries({ route }: Router, { deliveries }: SubscribersRoutesDeps): void {
  const PATH = '/api/v1/deliveries';
  route(
    { ...admins, method: 'get', path: PATH, query: ListDeliveriesQuery, summary: 'List what goes out, and what became of it' },
    async (c, { query }) => c.json(await deliveries.list(callerOf(c), query)),
  );
  route(
    {
      ...admins,
      method: 'post',
      path: `${PATH}/{delivery}/send-again`,
      status: 204,
      summary: 'Send a message now that waits or was given up',
    },
    async (c) => {
      await deliveries.sendAgain(callerOf(c), idIn(c, 'delivery'));
      return c.body(null, 204);
    },
  );
  route(
    { ...admins, method: 'post', path: `${PATH}/{delivery}/give-up`, status: 204, summary: 'Try a message no more' },
    async (c) => {
      await deliveries.giveUp(callerOf(c), idIn(c, 'delivery'));
      return c.body(null, 204);
    },
  );
}

/** Everything about subscribers, and about what goes out to them and to others. */
export function mountSubscribers(router: Router, deps: SubscribersRoutesDeps): void {
  mountSubscribe(router, deps);
  mountList(router, deps);
  mountDeliveries(router, deps);
}
