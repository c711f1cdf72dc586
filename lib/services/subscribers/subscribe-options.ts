import type { SubscribableComponent, SubscribeOptions } from '@/lib/contracts/subscribers';
import { readOpenness } from './read-openness';
import type { SubscribersParts } from './subscribers-deps';

const COMPONENTS = `
  SELECT c.id, c.name, g.name AS "group" FROM component c LEFT JOIN component_group g ON g.id = c.group_id
  WHERE c.is_public AND c.removed_at IS NULL ORDER BY g.position NULLS FIRST, g.id, c.position, c.id`;

/** What can be subscribed to; null where the page is not for everybody. */
export const subscribeOptions =
  ({ pool, outside }: SubscribersParts) =>
  async (): Promise<SubscribeOptions | null> => {
    const page = await readOpenness(pool);
    if (!page.isPublic) return null;
    const { rows } = await pool.query<SubscribableComponent>(COMPONENTS);
    return { pageName: page.name, hasMail: outside.hasMail, components: rows };
  };
