'use client';

import { Lightbulb, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CopyLine } from '@/components/ui/copy-line';
import { EmptyState } from '@/components/ui/empty-state';
import { Segmented } from '@/components/ui/segmented';
import { Tooltip } from '@/components/ui/tooltip';
import { outside } from '@/lib/client/offers';
import type { HypothesisState } from '@/lib/core/incident/state';
import { HYPOTHESIS_WORD } from '../hypothesis-shape';
import { PanelHeader } from '../panel-header';
import { useRoom } from '../room-provider';
import { useRoomUi, useRoomUiStore } from '../room-context';
import { boardGroups, type BoardGroup } from './board-groups';
import { BoardTree } from './board-tree';
import { FoldedCard } from './folded-card';
import { HypothesisCard } from './hypothesis-card';

const FOLDED: ReadonlySet<HypothesisState> = new Set(['rejected', 'shelved']);

/** The hypotheses: what is tested now, what waits, what came out. */
export function BoardPanel() {
  const view = useRoomUi((ui) => ui.boardView);
  const isEmpty = useRoom(({ drawn }) => drawn.counters.H === 0);
  return (
    <>
      <BoardHeader />
      <div
        className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain"
        tabIndex={0}
        role="region"
        aria-label="Hypotheses"
      >
        {isEmpty ? <NoHypotheses /> : view === 'board' ? <Groups /> : <BoardTree />}
      </div>
    </>
  );
}

function BoardHeader() {
  const ui = useRoomUiStore();
  const view = useRoomUi((state) => state.boardView);
  const canPropose = useRoom((room) => outside(room) === null && room.drawn.status !== 'closed');
  return (
    <PanelHeader title="Hypotheses">
      <Segmented
        label="How hypotheses are laid out"
        size="sm"
        value={view}
        options={[
          { value: 'board', label: 'Board' },
          { value: 'tree', label: 'Tree' },
        ]}
        onChange={(next) => ui.getState().showBoard(next)}
      />
      {canPropose && (
        <Tooltip text="Propose a hypothesis" keys="h">
          <Button size="sm" icon={<Plus aria-hidden />} onClick={() => ui.getState().open({ name: 'propose', parentId: null })}>
            Propose
          </Button>
        </Tooltip>
      )}
    </PanelHeader>
  );
}

function useGroups(): BoardGroup[] {
  const hypotheses = useRoom((room) => room.drawn.hypotheses);
  const evidence = useRoom((room) => room.drawn.evidence);
  const bearings = useRoom((room) => room.drawn.bearings);
  const rootCause = useRoom((room) => room.drawn.rootCause);
  return useMemo(() => boardGroups({ hypotheses, evidence, bearings, rootCause }), [hypotheses, evidence, bearings, rootCause]);
}

function Groups() {
  const groups = useGroups().filter(({ cards }) => cards.length > 0);
  return (
    <div className="flex flex-col gap-4 p-3">
      {groups.map((group) =>
        FOLDED.has(group.state) ? <FoldedGroup key={group.state} group={group} /> : <Group key={group.state} group={group} />,
      )}
    </div>
  );
}

const GroupTitle = ({ group: { state, cards } }: { group: BoardGroup }) => (
  <>
    {HYPOTHESIS_WORD[state]} <span className="font-normal text-faint">{cards.length}</span>
  </>
);

function Group({ group }: { group: BoardGroup }) {
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-xs font-medium text-muted">
        <GroupTitle group={group} />
      </h3>
      {group.cards.map((card) => (
        <HypothesisCard key={card.hypothesis.id} card={card} full={group.state !== 'open'} />
      ))}
    </section>
  );
}

const FEW = 5;

function FoldedGroup({ group }: { group: BoardGroup }) {
  const [isWhole, setWhole] = useState(false);
  const selected = useRoomUi((ui) => (ui.selected?.kind === 'hypothesis' ? ui.selected.id : null));
  const shown = isWhole ? group.cards : group.cards.filter(({ hypothesis }, index) => index < FEW || hypothesis.id === selected);
  const rest = group.cards.length - shown.length;
  return (
    <section className="flex flex-col gap-0.5">
      <h3 className="mb-1 text-xs font-medium text-muted">
        <GroupTitle group={group} />
      </h3>
      {shown.map((card) => (
        <FoldedCard key={card.hypothesis.id} card={card} />
      ))}
      {rest > 0 && (
        <Button size="sm" variant="ghost" className="self-start" onClick={() => setWhole(true)}>
          Show {rest} more
        </Button>
      )}
    </section>
  );
}

function NoHypotheses() {
  const ui = useRoomUiStore();
  const key = useRoom((room) => room.drawn.key);
  const canPropose = useRoom((room) => outside(room) === null);
  return (
    <EmptyState
      icon={<Lightbulb />}
      action={
        canPropose && (
          <Button variant="primary" onClick={() => ui.getState().open({ name: 'propose', parentId: null })}>
            Propose the first
          </Button>
        )
      }
      foot={
        canPropose && <CopyLine text="/hypothesis Redis is out of memory because keys have no expiry" className="max-w-full" />
      }
    >
      Nobody has said yet what could be wrong with {key}. A good hypothesis names a component and can be proven wrong.
    </EmptyState>
  );
}
