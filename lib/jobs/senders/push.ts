import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import webPush from 'web-push';
import type { PushPayload } from '@/lib/services/delivery/payloads';
import type { Delivery, Sent } from '../send-deliveries';
import type { PushKeys } from './push-keys';

type PushMessage = { method: 'POST'; headers: Record<string, string>; body: Uint8Array<ArrayBuffer>; signal: AbortSignal };

/** Sends one request and follows no redirect. */
export type PushRequest = (url: string, message: PushMessage) => Promise<{ status: number }>;

type Deps = {
  pool: Pool;
  keys: PushKeys;
  /** Whom a push service turns to: an address of this installation, or mailto:. */
  subject: string;
  request: PushRequest;
};

type Browser = { endpoint: string; p256dh: string; auth: string };

const TIMEOUT_MS = 10_000;
// A message that is a day old is no news.
const TTL_S = 24 * 3_600;

// Looked up at each attempt: who lost their account or their sight of the incident is told nothing.
const FIND = `SELECT s.endpoint, s.p256dh, s.auth FROM push_subscription s JOIN "user" u ON u.id = s.user_id
  WHERE s.id = $1 AND s.user_id = $2 AND u.disabled_at IS NULL AND s.failed_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM incident i WHERE i.id = $3 AND i.is_private AND u.role <> 'admin' AND NOT u.id = ANY(i.audience))`;

const GONE = 'This browser takes no messages any more, or may not be told of this.';

/** A topic is at most 32 characters of base64url: of the same one only the latest is kept while a browser is away. */
const topicOf = (tag: string) => createHash('sha256').update(tag).digest('base64url').slice(0, 32);

async function settled({ pool }: Deps, status: number, subscriptionId: string): Promise<Sent> {
  const said = String(status);
  if (status >= 200 && status < 300) return { ok: true, status: said };
  const failed = (error: string, final?: true): Sent => ({ ok: false, status: said, error, ...(final ? { final } : {}) });
  if (status === 404 || status === 410) {
    await pool.query('DELETE FROM push_subscription WHERE id = $1', [subscriptionId]);
    return failed('The browser ended its subscription; it was removed.', true);
  }
  if (status === 413) return failed('The push service finds the message too large.', true);
  if (status === 429) return failed('The push service is full for now. It is tried again later.');
  if (status === 401 || status === 403) {
    await pool.query('UPDATE push_subscription SET failed_at = now() WHERE id = $1', [subscriptionId]);
    return failed('The push service refuses our key. Subscribe this browser again.', true);
  }
  if (status >= 500) return failed('The push service has a fault. It is tried again later.');
  return failed('The push service refuses the message.', true);
}

/** Sends the channel `push`: encrypted for one browser (RFC 8291), signed for its push service (RFC 8292). */
export function createPushSender(deps: Deps): (delivery: Delivery) => Promise<Sent> {
  const { pool, keys, subject, request } = deps;
  const vapidDetails = { subject, ...keys };

  return async ({ payload, targetId, incidentId }) => {
    const { subscriptionId, title, text, url, tag } = payload as PushPayload;
    const { rows } = await pool.query<Browser>(FIND, [subscriptionId, targetId, incidentId]);
    const [browser] = rows;
    if (!browser) return { ok: false, status: null, error: GONE, final: true };
    const { endpoint, ...browserKeys } = browser;
    const message = JSON.stringify({ title, text, url, tag });
    const options = { vapidDetails, TTL: TTL_S, topic: topicOf(tag), contentEncoding: 'aes128gcm' } as const;
    const { headers, body } = webPush.generateRequestDetails({ endpoint, keys: browserKeys }, message, options);
    const { status } = await request(endpoint, {
      ...{ method: 'POST', headers: headers as Record<string, string>, body: new Uint8Array(body ?? []) },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return settled(deps, status, subscriptionId);
  };
}
