import * as z from 'zod/mini';
import type { Instant } from '@/lib/core/ids';

export const DELIVERY_STATES = ['waiting', 'failing', 'sent', 'given-up'] as const;
/** `waiting`: not tried yet. `failing`: tried, and tried again. */
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export const ListDeliveriesQuery = z.object({
  state: z.optional(z.enum(DELIVERY_STATES, { error: `Choose one of ${DELIVERY_STATES.join(', ')}.` })),
  cursor: z.optional(z.uuid()),
});
export type ListDeliveriesQuery = z.output<typeof ListDeliveriesQuery>;

/** A message on its way out, as administrators see it. */
export type DeliverySummary = {
  id: string;
  channel: 'mail' | 'webhook' | 'push';
  /** To whom: an address of mail in part only. */
  to: string;
  about: string;
  /** Where it belongs to an incident that the reader may see. */
  incidentKey: string | null;
  state: DeliveryState;
  attempts: number;
  lastStatus: string | null;
  lastError: string | null;
  createdAt: Instant;
  /** When it was sent, or given up. */
  endedAt: Instant | null;
  nextAt: Instant | null;
};

export type DeliveryCounts = Record<DeliveryState, number>;
export type DeliveryList = { deliveries: DeliverySummary[]; nextCursor: string | null; counts: DeliveryCounts };
