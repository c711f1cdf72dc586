import { Download, Megaphone } from 'lucide-react';
import { Button, buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Input } from '@/components/ui/input';
import { SUBSCRIBER_STATES, type ListSubscribersQuery, type SubscriberList } from '@/lib/contracts/subscribers';
import { Older } from '../older';
import { PageHead, Panel } from '../section';
import { StateFilter } from '../state-filter';
import { STATE_WORD } from './state-words';
import { SubscriberRow } from './subscriber-row';

type SubscriberSettingsProps = { list: SubscriberList; query: ListSubscribersQuery };

function optionsOf({ q, state: chosen }: ListSubscribersQuery) {
  const href = (state?: string) =>
    `/settings/subscribers?${new URLSearchParams({ ...(state ? { state } : {}), ...(q ? { q } : {}) })}`;
  const all = { href: href(), label: 'All', isChosen: chosen === undefined };
  return [
    all,
    ...SUBSCRIBER_STATES.map((state) => ({ href: href(state), label: STATE_WORD[state], isChosen: chosen === state })),
  ];
}

function whoGets(active: number): string {
  if (active === 0) return 'Nobody gets';
  return active === 1 ? 'One gets' : `${active.toLocaleString('en')} get`;
}

/** Who outside gets updates. */
export function SubscriberSettings({ list: { subscribers, nextCursor, active }, query }: SubscriberSettingsProps) {
  const { q, state, cursor } = query;
  const isNarrowed = q !== undefined || state !== undefined || cursor !== undefined;
  return (
    <>
      <PageHead
        title="Subscribers"
        lead={`${whoGets(active)} the updates of the status page. People subscribe and leave by themselves, at /subscribe.`}
        action={
          // A file, not a page: Next's link would fetch it ahead.
          <a href="/api/v1/subscribers.csv" download className={buttonClass({})}>
            <Download aria-hidden />
            Export as CSV
          </a>
        }
      />
      <div className="flex flex-wrap items-center gap-3">
        <form role="search" className="flex min-w-0 gap-2">
          <Input
            type="search"
            name="q"
            defaultValue={q}
            placeholder="Find an address"
            aria-label="Find an address"
            maxLength={200}
            className="w-56"
          />
          {state && <input type="hidden" name="state" value={state} />}
          <Button type="submit">Find</Button>
        </form>
        <StateFilter label="Show" options={optionsOf(query)} />
      </div>
      <Panel>
        {subscribers.length === 0 && (
          <EmptyState icon={<Megaphone aria-hidden />}>
            {isNarrowed ? 'There is none of these.' : 'Nobody has subscribed yet. The status page leads people to /subscribe.'}
          </EmptyState>
        )}
        {subscribers.map((subscriber) => (
          <SubscriberRow key={subscriber.id} subscriber={subscriber} />
        ))}
      </Panel>
      <Older
        base={new URLSearchParams({ ...(q ? { q } : {}), ...(state ? { state } : {}) })}
        cursor={nextCursor}
        isFirst={cursor === undefined}
      />
    </>
  );
}
