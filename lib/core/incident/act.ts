import type { Instant, UserId } from '@/lib/core/ids';

/** Who did something, and when. `name` is the name at that time. */
export type Act = { userId: UserId | null; name: string; at: Instant };
