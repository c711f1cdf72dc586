import { NOTHING_OUTSIDE, type Outside } from '../outside';
import { whenAvailable } from '../people/when-available';
import type { DeliveriesParts } from './deliveries-deps';
import { giveUp } from './give-up';
import { listDeliveries } from './list-deliveries';
import { sendAgain } from './send-again';

type DeliveriesDeps = Omit<DeliveriesParts, 'outside'> & { outside?: Outside };

/** What administrators see and do about messages on their way out. Refusals are ServiceErrors. */
export function createDeliveries({ outside = NOTHING_OUTSIDE, ...deps }: DeliveriesDeps) {
  const parts: DeliveriesParts = { ...deps, outside };
  return {
    list: whenAvailable(listDeliveries(parts)),
    sendAgain: whenAvailable(sendAgain(parts)),
    giveUp: whenAvailable(giveUp(parts)),
  };
}

export type Deliveries = ReturnType<typeof createDeliveries>;
