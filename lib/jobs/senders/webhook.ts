import type { GuardedFetch } from '@/lib/connectors/guarded-fetch';
import { TargetRefused } from '@/lib/connectors/target-refused';
import type { WebhookCall } from '@/lib/services/delivery/payloads';
import { signedHeaders } from '../sign-webhook';
import type { Delivery, Sender, Sent } from '../send-deliveries';

/** What is asked and told about whom a call is for: a subscriber or a hook. */
export type TargetsOfCalls = {
  /** The secret that signs what goes there; null where nothing is to go there any more. */
  secretOf: (delivery: Delivery) => Promise<{ secret: string } | null>;
  /** The receiver took it. */
  answered: (delivery: Delivery) => Promise<void>;
  /** The receiver answered that it is gone. */
  gone: (delivery: Delivery) => Promise<void>;
};

type Deps = { fetch: GuardedFetch; clock: () => Date; targets: TargetsOfCalls };

const GONE = 410;
const isGood = (status: number) => status >= 200 && status < 300;

async function call({ fetch, clock }: Deps, id: string, sent: WebhookCall, secret: string, signal: AbortSignal): Promise<number> {
  const body = JSON.stringify(sent.body);
  const signature = sent.isSigned ? signedHeaders({ id, at: clock(), body }, secret) : {};
  const headers = { 'content-type': 'application/json', ...signature };
  return (await fetch(sent.url, { method: 'POST', headers, body, signal })).status;
}

function failed(error: unknown): Sent {
  const reason = error instanceof Error ? error.message : String(error);
  return { ok: false, status: null, error: reason, ...(error instanceof TargetRefused ? { final: true } : {}) };
}

/** Calls webhooks. 2xx is done, 410 ends the subscription, everything else is tried again. */
export function createWebhookSender(deps: Deps): Sender {
  const { targets } = deps;
  return async (delivery, signal) => {
    const target = await targets.secretOf(delivery);
    if (!target) return { ok: false, status: null, error: 'Not sent: nobody is to get it any more.', final: true };
    let status: number;
    try {
      status = await call(deps, delivery.id, delivery.payload as WebhookCall, target.secret, signal);
    } catch (error) {
      return failed(error);
    }
    if (isGood(status)) {
      await targets.answered(delivery);
      return { ok: true, status: String(status) };
    }
    const said = { ok: false, status: String(status), error: `The receiver answered ${status}.` } as const;
    if (status !== GONE) return said;
    await targets.gone(delivery);
    return { ...said, final: true };
  };
}
