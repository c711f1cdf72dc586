'use client';

import { CircleCheck, SearchX } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { PracticeOffer } from '@/components/practice/practice-offer';
import { PracticeRooms } from '@/components/practice/practice-rooms';
import { usePracticeRooms } from '@/components/practice/use-practice-rooms';
import { useMe } from '@/components/shell/me';
import { useRunning } from '@/components/shell/use-running';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { CopyLine } from '@/components/ui/copy-line';
import { EmptyState } from '@/components/ui/empty-state';
import type { IncidentPage, IncidentSummary, PracticeRoom, Turn } from '@/lib/contracts/room';
import { DECLARE_FIELD_ID, DeclareForm } from './declare-form';
import { FilterBar } from './filter-bar';
import { isAsking, NO_QUERY, queryText, readQuery, RECENT_QUERY, type IncidentQuery } from './incident-query';
import { IncidentRows } from './incident-rows';
import { LastDay } from './last-day';
import { useIncidentList, type IncidentList } from './use-incident-list';

const worstFirst = (one: IncidentSummary, other: IncidentSummary) =>
  one.severity.localeCompare(other.severity) || one.startedAt.localeCompare(other.startedAt);

type HomeProps = { initial: { query: string; page: IncidentPage }; turns: Turn[]; practice: PracticeRoom[]; publicUrl: string };

const keepInAddress = (query: IncidentQuery) =>
  window.history.replaceState(null, '', `/${isAsking(query) ? `?${queryText(query)}` : ''}`);

/** What runs now, the field that declares, and what was: in that order of urgency. */
export function Home({ initial, turns, practice, publicUrl }: HomeProps) {
  const me = useMe();
  const query = readQuery(new URLSearchParams(useSearchParams()));
  const list = useIncidentList(queryText(query) || RECENT_QUERY, initial);
  const running = useRunning();
  const { rooms, forget } = usePracticeRooms(practice);
  const mayWork = me.role !== 'viewer';
  const isQuiet = running.incidents.length === 0 && list.incidents.length === 0;
  const isNew = mayWork && isQuiet && rooms.length === 0 && !isAsking(query) && !list.isBehind;
  return (
    <div className="mx-auto flex w-full max-w-[88rem] flex-col gap-6 px-4 py-5 sm:px-6">
      <h1 className="sr-only">Incidents</h1>
      {!mayWork ? (
        <Banner>You are here as a viewer: you see every incident that is not private, and change nothing.</Banner>
      ) : (
        <section aria-label="Declare an incident">
          <DeclareForm fieldId={DECLARE_FIELD_ID} />
        </section>
      )}
      {isNew && <PracticeOffer canInvite={me.role === 'admin'} />}
      <RunningNow publicUrl={publicUrl} />
      {!isAsking(query) && <LastDay initial={turns} />}
      <section aria-label="Find incidents" className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 className="text-base font-semibold">{isAsking(query) ? 'Found' : 'Recent'}</h2>
          <FilterBar query={query} onChange={keepInAddress} />
        </div>
        <Listed list={list} isAsking={isAsking(query)} />
      </section>
      {!isNew && <PracticeRooms rooms={rooms} mayWork={mayWork} onRemoved={forget} />}
    </div>
  );
}

function RunningNow({ publicUrl }: { publicUrl: string }) {
  const me = useMe();
  const { incidents } = useRunning();
  const curl = `curl ${publicUrl}/api/v1/incidents -H "Authorization: Bearer $WARROOM_TOKEN" --json '{"title":"500 errors on /api/orders"}'`;
  return (
    <section aria-labelledby="running-heading" className="flex flex-col gap-2">
      <h2 id="running-heading" className="flex items-center gap-2 text-base font-semibold">
        Running now
        {incidents.length > 0 && (
          <span className="rounded-sm bg-hover px-1.5 text-xs leading-5 text-muted">{incidents.length}</span>
        )}
      </h2>
      {incidents.length > 0 ? (
        <IncidentRows label="Running incidents" kind="running" incidents={incidents.toSorted(worstFirst)} />
      ) : (
        <div className="rounded-lg border border-dashed border-line-strong">
          <EmptyState
            icon={<CircleCheck aria-hidden className="text-good-ink" />}
            className="py-7"
            foot={me.role !== 'viewer' && <CopyLine text={curl} className="max-w-full" />}
            action={
              me.role === 'viewer' ? undefined : (
                <Button onClick={() => document.getElementById(DECLARE_FIELD_ID)?.focus()}>Declare an incident</Button>
              )
            }
          >
            Nothing is broken that anybody has declared.
          </EmptyState>
        </div>
      )}
    </section>
  );
}

function Listed({ list, isAsking: asking }: { list: IncidentList; isAsking: boolean }) {
  return (
    <div aria-busy={list.isBehind} className="flex flex-col gap-2">
      {list.problem && list.isBehind && (
        <Banner tone="danger" live="polite">
          {list.problem}
        </Banner>
      )}
      {list.incidents.length > 0 ? (
        <IncidentRows
          kind={asking ? 'any' : 'over'}
          label={asking ? 'Found incidents' : 'Recent incidents'}
          incidents={list.incidents}
        />
      ) : (
        <div className="rounded-lg border border-dashed border-line-strong">
          {asking ? (
            <EmptyState
              icon={<SearchX aria-hidden />}
              className="py-7"
              action={<Button onClick={() => keepInAddress(NO_QUERY)}>Show all</Button>}
            >
              No incident that you may see answers this search.
            </EmptyState>
          ) : (
            <EmptyState className="py-7">Incidents that are over are listed here, with what caused them.</EmptyState>
          )}
        </div>
      )}
      {list.nextCursor && (
        <Button className="self-center" onClick={() => void list.more()}>
          Show more
        </Button>
      )}
    </div>
  );
}
