import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { SubscribeByWebhookInput } from '@/lib/contracts/subscribers';
import { inTransaction } from '@/lib/db/transaction';
import { enqueueDeliveries } from '../delivery/enqueue-deliveries';
import type { SubscriberCall } from '../delivery/payloads';
import { ServiceError } from '../errors';
import { hashOfSecret } from '../people/opaque-secret';
import { seal } from '../sealed';
import { manageToken } from './link-tokens';
import { mustBeOpen } from './must-be-open';
import type { SubscribersParts } from './subscribers-deps';

// One that never answered, or was ended, may be asked for again, by whoever can read the secret that is made now.
const ASK = `
  INSERT INTO subscriber AS s (id, kind, address, token_hash, secret, component_ids, created_at)
    VALUES ($1, 'webhook', $2, $3, $4, $5, $6)
  ON CONFLICT (kind, address) DO UPDATE SET id = excluded.id, token_hash = excluded.token_hash, secret = excluded.secret,
    component_ids = excluded.component_ids, created_at = excluded.created_at, confirmed_at = NULL, ended_at = NULL, ended_by = NULL
  WHERE s.confirmed_at IS NULL OR s.ended_at IS NOT NULL
  RETURNING id`;

/**
 * Subscribes a webhook: it counts once it answered a signed test with 2xx. The secret is in this answer and nowhere else.
 * Throws `invalid` for an address that is not called, `conflict` where it is subscribed, `too_many`, `not_found`.
 */
export const subscribeByWebhook =
  (parts: SubscribersParts) =>
  async ({ url, components }: SubscribeByWebhookInput, address: string): Promise<{ secret: string; token: string }> => {
    const { pool, clock, secret, outside, asking } = parts;
    const page = await mustBeOpen(parts);
    const target = new URL(url).href;
    const why = outside.whyNotCalled(target);
    if (why !== null) throw new ServiceError('invalid', why, { issues: [{ path: 'url', message: why }] });
    await asking.fromNetwork(address);
    const id = uuidv7();
    const now = clock();
    const token = manageToken(id, secret);
    const own = `whsec_${randomBytes(32).toString('base64')}`;
    const body = {
      type: 'subscription.verify',
      timestamp: now.toISOString(),
      data: { page: { name: page.name, url: `${outside.publicUrl}/status` } },
    };
    const payload: SubscriberCall = { url: target, body, isSigned: true };
    const done = await inTransaction(pool, async (client) => {
      const { rows } = await client.query(ASK, [id, target, hashOfSecret(token), seal(own, secret), components, now]);
      if (rows.length === 0) return null;
      const to = { targetKind: 'subscriber', targetId: id, incidentId: null } as const;
      return enqueueDeliveries(client, [{ channel: 'webhook', dedupKey: `verify:${id}`, ...to, payload }], now);
    });
    if (done === null) {
      throw new ServiceError('conflict', 'This address gets updates already. Use the link that was shown when it was added.');
    }
    outside.queued();
    return { secret: own, token };
  };
