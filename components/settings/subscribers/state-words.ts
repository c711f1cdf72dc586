import type { SubscriberState } from '@/lib/contracts/subscribers';

export const STATE_WORD: Record<SubscriberState, string> = {
  pending: 'not confirmed',
  active: 'active',
  unsubscribed: 'left',
  bounced: 'bounced',
  removed: 'removed',
};
