import { createHmac } from 'node:crypto';

const PREFIX = 'whsec_';

/** The key in a secret: base64 after `whsec_`, else the text itself. */
const keyOf = (secret: string): Buffer =>
  secret.startsWith(PREFIX) ? Buffer.from(secret.slice(PREFIX.length), 'base64') : Buffer.from(secret, 'utf8');

/** The headers of a signed message (Standard Webhooks 1.0). The same `id` again is the same message again. */
export function signedHeaders(message: { id: string; at: Date; body: string }, secret: string): Record<string, string> {
  const timestamp = String(Math.floor(message.at.getTime() / 1000));
  const signed = `${message.id}.${timestamp}.${message.body}`;
  const signature = createHmac('sha256', keyOf(secret)).update(signed).digest('base64');
  return { 'webhook-id': message.id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
