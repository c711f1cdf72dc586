import { uuidv7 } from 'uuidv7';
import type { SubscribeByMailInput } from '@/lib/contracts/subscribers';
import { inTransaction } from '@/lib/db/transaction';
import { enqueueDeliveries } from '../delivery/enqueue-deliveries';
import type { SubscriberMail } from '../delivery/payloads';
import { ServiceError } from '../errors';
import { hashOfSecret } from '../people/opaque-secret';
import { manageToken } from './link-tokens';
import { escapeHtml, mailHtml } from './mail-html';
import { mustBeOpen } from './must-be-open';
import type { SubscribersParts } from './subscribers-deps';

// What somebody else types changes nothing of a subscription that stands.
const ASK = `
  INSERT INTO subscriber AS s (id, kind, address, token_hash, component_ids, created_at) VALUES ($1, 'mail', $2, $3, $4, $5)
  ON CONFLICT (kind, address) DO UPDATE SET
    component_ids = CASE WHEN s.confirmed_at IS NOT NULL AND s.ended_at IS NULL THEN s.component_ids ELSE excluded.component_ids END,
    created_at = CASE WHEN s.confirmed_at IS NOT NULL AND s.ended_at IS NULL THEN s.created_at ELSE excluded.created_at END,
    confirmed_at = CASE WHEN s.ended_at IS NULL THEN s.confirmed_at END, ended_at = NULL, ended_by = NULL
  RETURNING id, confirmed_at IS NOT NULL AS "isActive"`;

function confirmMail(to: string, pageName: string): SubscriberMail {
  const title = `Confirm that you want updates from ${pageName}`;
  const why = `Somebody, hopefully you, asked that ${pageName} sends updates to this address. Nothing is sent until you confirm it. If it was not you, do nothing.`;
  const html = mailHtml(title, `<p>${escapeHtml(why)}</p>`);
  return { to, subject: title, text: `${title}\n\n${why}`, html, headers: {}, link: 'confirm' };
}

function knownMail(to: string, pageName: string): SubscriberMail {
  const title = `You already get updates from ${pageName}`;
  const why = `Somebody, hopefully you, asked that ${pageName} sends updates to this address. It already does; nothing was changed.`;
  const html = mailHtml(title, `<p>${escapeHtml(why)}</p>`);
  return { to, subject: title, text: `${title}\n\n${why}`, html, headers: {}, link: 'manage' };
}

/**
 * Sends a mail with a link that confirms the address. Answers the same whether the address is subscribed, was, or never
 * was. Throws `rule` where mail is not sent from here, `too_many`, `not_found` where the page is private.
 */
export const subscribeByMail =
  (parts: SubscribersParts) =>
  async ({ email, components }: SubscribeByMailInput, address: string): Promise<void> => {
    const { pool, clock, secret, outside, asking } = parts;
    const page = await mustBeOpen(parts);
    if (!outside.hasMail) {
      throw new ServiceError('rule', 'This status page sends no mail. Follow its feed, or give a webhook instead.');
    }
    await asking.fromNetwork(address);
    if (!(await asking.forMailbox(email))) return;
    const id = uuidv7();
    const now = clock();
    await inTransaction(pool, async (client) => {
      const row = [id, email, hashOfSecret(manageToken(id, secret)), components, now];
      const { rows } = await client.query<{ id: string; isActive: boolean }>(ASK, row);
      const [subscriber] = rows;
      if (!subscriber) throw new RangeError('A subscriber who is not there.');
      const payload = (subscriber.isActive ? knownMail : confirmMail)(email, page.name);
      const target = { targetKind: 'subscriber', targetId: subscriber.id, incidentId: null } as const;
      return enqueueDeliveries(client, [{ channel: 'mail', dedupKey: `asked:${uuidv7()}`, ...target, payload }], now);
    });
    outside.queued();
  };
