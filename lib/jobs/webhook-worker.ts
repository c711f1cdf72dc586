import { sweepEffects } from './claim-effect';
import { deliverNext, type EffectsDeps } from './deliver-effects';
import { repeat, type Repeated } from './repeat';

const EVERY_MS = 2_000;
const SWEEP_EVERY_MS = 3_600_000;

/** Delivers outgoing webhooks until it is stopped. `wake` after a commit spares them the wait. */
export function createWebhookWorker(deps: EffectsDeps & { onError: (error: unknown) => void }): Repeated {
  let sweptAtMs = 0;

  async function deliverOrSweep(): Promise<boolean> {
    if (await deliverNext(deps)) return true;
    const nowMs = deps.clock().getTime();
    if (nowMs - sweptAtMs >= SWEEP_EVERY_MS) {
      await sweepEffects(deps);
      sweptAtMs = nowMs;
    }
    return false;
  }

  return repeat(deliverOrSweep, { everyMs: EVERY_MS, onError: deps.onError });
}
