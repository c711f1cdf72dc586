'use client';

import clsx from 'clsx';
import { useRouter } from 'next/navigation';
import { useDeferredValue, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { Kbd } from '@/components/ui/kbd';
import { Dialog } from '@/components/ui/dialog';
import { capsOf } from '@/lib/client/actions/keys';
import { ask } from '@/lib/client/http';
import type { IncidentPage, IncidentSummary } from '@/lib/contracts/room';
import { useRoomStore } from '../room-provider';
import { useRoomUiStore } from '../room-context';
import { showHypothesis, showTask } from '../show';
import { actionItems, found, incidentItems, roomItems, type PaletteItem } from './palette-items';
import { recentKeys, rememberKey } from './recent';

const MOVES: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

function useItems(): PaletteItem[] {
  const room = useRoomStore();
  const ui = useRoomUiStore();
  const router = useRouter();
  const [incidents, setIncidents] = useState<IncidentSummary[]>([]);
  useEffect(() => {
    void ask<IncidentPage>('/api/v1/incidents?limit=50').then((reply) => {
      if (reply.kind === 'ok') setIncidents(reply.value.incidents);
    });
  }, []);
  return useMemo(() => {
    const view = room.getState();
    const go = (path: string) => router.push(path);
    const others = incidents.filter(({ key }) => key !== view.drawn.key);
    return [
      ...actionItems(),
      ...roomItems(view, {
        go,
        showHypothesis: (ref) => showHypothesis(view.drawn, ui.getState(), ref),
        showTask: (ref) => showTask(view.drawn, ui.getState(), ref),
        mention: (name) => ui.getState().write(`@${name} `),
      }),
      ...incidentItems(others, view.me.role, go),
    ];
  }, [room, ui, router, incidents]);
}

/** Finds anything by a few letters, and does it. */
export function Palette({ onClose }: { onClose: () => void }) {
  const id = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const items = useItems();
  const [recent] = useState(recentKeys);
  const wanted = useDeferredValue(query);
  const shown = useMemo(() => found(items, wanted, recent), [items, wanted, recent]);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  function choose(item: PaletteItem | undefined) {
    if (!item) return;
    rememberKey(item.key);
    // The dialog gives the focus back first; what is chosen may want it. The next stroke finds it done.
    flushSync(onClose);
    item.run();
  }
  function press(event: KeyboardEvent) {
    const move = MOVES[event.key];
    if (move !== undefined) setActive((active + move + shown.length) % Math.max(shown.length, 1));
    else if (event.key === 'Enter') choose(shown[active]);
    else return;
    event.preventDefault();
  }

  return (
    <Dialog open onClose={onClose} title="Find and do">
      <input
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={shown[active] ? `${id}-${active}` : undefined}
        aria-label="What do you look for"
        placeholder="A command, H2, evidence, a person, another incident"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={press}
        className="mb-2 h-10 w-full rounded-md border border-field-line bg-surface px-3 text-base dark:bg-sunken"
      />
      <ul ref={list} id={id} role="listbox" aria-label="Found" className="h-80 max-h-[50dvh] overflow-y-auto">
        {shown.map((item, index) => (
          <li
            key={item.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            onPointerMove={() => setActive(index)}
            onClick={() => choose(item)}
            className={clsx(
              'flex min-h-8 cursor-pointer items-center gap-3 rounded-md px-2 touch:min-h-11',
              index === active && 'bg-pressed',
            )}
          >
            <span className="min-w-0 flex-1 truncate">{item.title}</span>
            <span className={clsx('shrink-0 text-xs', index === active ? 'text-muted' : 'text-faint')}>{item.group}</span>
            {item.keys && <Kbd keys={capsOf(item.keys, false).join(' ')} className="touch:hidden" />}
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className="-mt-80 px-2 py-3 text-sm text-muted">Nothing is called like that here.</p>}
    </Dialog>
  );
}
