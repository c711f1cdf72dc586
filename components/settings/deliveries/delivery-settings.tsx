import { Send } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import {
  DELIVERY_STATES,
  type DeliveryCounts,
  type DeliveryList,
  type DeliveryState,
  type ListDeliveriesQuery,
} from '@/lib/contracts/deliveries';
import { Older } from '../older';
import { PageHead, Panel } from '../section';
import { StateFilter } from '../state-filter';
import { DeliveryRow } from './delivery-row';
import { STATE_WORD } from './state-words';

type DeliverySettingsProps = { list: DeliveryList; query: ListDeliveriesQuery };

function optionsOf(counts: DeliveryCounts, chosen: DeliveryState | undefined) {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const all = { href: '/settings/deliveries', label: 'All', count: total, isChosen: chosen === undefined };
  const each = DELIVERY_STATES.map((state) => {
    const href = `/settings/deliveries?state=${state}`;
    return { href, label: STATE_WORD[state], count: counts[state], isChosen: chosen === state };
  });
  return [all, ...each];
}

/** Everything that goes out, and what became of it. */
export function DeliverySettings({ list: { deliveries, nextCursor, counts }, query: { state, cursor } }: DeliverySettingsProps) {
  return (
    <>
      <PageHead
        title="Deliveries"
        lead="Mail, webhooks and push messages on their way out. What fails is tried again for a day. What is over stays here for 30 days."
      />
      <StateFilter label="Show" options={optionsOf(counts, state)} />
      <Panel>
        {deliveries.length === 0 && (
          <EmptyState icon={<Send aria-hidden />}>
            {state ? 'There is none of these.' : 'Nothing went out yet. It shows here as soon as somebody is told something.'}
          </EmptyState>
        )}
        {deliveries.map((delivery) => (
          <DeliveryRow key={delivery.id} delivery={delivery} />
        ))}
      </Panel>
      <Older base={new URLSearchParams(state ? { state } : {})} cursor={nextCursor} isFirst={cursor === undefined} />
    </>
  );
}
