import type { Deliveries } from '@/lib/services/delivery/deliveries';
import type { Subscribers } from '@/lib/services/subscribers/subscribers';

/** What the routes about subscribers work with. */
export type SubscribersRoutesDeps = { subscribers: Subscribers; deliveries: Deliveries; publicUrl: string };
