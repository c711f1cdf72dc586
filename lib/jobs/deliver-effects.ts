import type { Pool } from 'pg';
import type { GuardedFetch } from '@/lib/connectors/guarded-fetch';
import type { WebhookPayload } from '@/lib/services/incident/effects-of';
import { claimEffect, settleEffect } from './claim-effect';
import { signedHeaders } from './sign-webhook';

export type EffectsDeps = {
  pool: Pool;
  clock: () => Date;
  fetch: GuardedFetch;
  url: string;
  secret: string;
  /** Told when a message was given up, and why. */
  onGivenUp: (details: { id: string; type: string; attempts: number; reason: string }) => void;
};

// Longer than a call may take: nobody else takes what is still being sent.
const LEASE_MS = 15_000;

async function send({ fetch, url, secret, clock }: EffectsDeps, payload: WebhookPayload): Promise<string | null> {
  const body = JSON.stringify(payload);
  const headers = { ...signedHeaders({ id: payload.id, at: clock(), body }, secret), 'content-type': 'application/json' };
  try {
    const { status } = await fetch(url, { method: 'POST', headers, body });
    return status >= 200 && status < 300 ? null : `the receiver answered ${status}`;
  } catch (error) {
    return error instanceof Error ? `${error.message} ${String(error.cause ?? '')}`.trim() : String(error);
  }
}

/**
 * Sends the oldest message that is due, at least once and always under the id of its event; false where none is due.
 * What fails is tried again after 5, 10, 20 ... seconds, at most an hour apart, for a day. [W6]
 */
export async function deliverNext(deps: EffectsDeps): Promise<boolean> {
  const claimed = await claimEffect<WebhookPayload>(deps, 'webhook', LEASE_MS);
  if (!claimed) return false;
  const { payload, attempts, isHidden } = claimed;
  // It was hidden after this was written: what is private now is told to nobody.
  const reason = isHidden ? null : await send(deps, payload);
  const settled = await settleEffect(deps, claimed, reason);
  if (settled === 'given up') deps.onGivenUp({ id: payload.id, type: payload.type, attempts, reason: reason ?? '' });
  return true;
}
