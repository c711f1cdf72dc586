import type { DeliveryState } from '@/lib/contracts/deliveries';

export const STATE_WORD: Record<DeliveryState, string> = {
  waiting: 'waiting',
  failing: 'failing',
  sent: 'sent',
  'given-up': 'given up',
};
