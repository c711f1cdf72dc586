'use client';

import { ChevronDown, ChevronUp, Copy, Link2, WrapText, X } from 'lucide-react';
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { copyText } from '@/components/room/copy-text';
import type { Action } from '@/lib/client/actions/action';
import { offerActions } from '@/lib/client/actions/active-actions';
import { listenToKeys } from '@/lib/client/actions/listen-to-keys';
import { overlays } from '@/lib/client/actions/overlays';
import { hashOf, type LineRange } from './line-range';
import { copyOutput } from './copy-output';
import { GoToLine } from './go-to-line';
import type { LineStore } from './line-store';
import type { Search } from './use-search';

type OutputToolbarProps = {
  search: Search;
  wraps: boolean;
  setWraps: (wraps: boolean) => void;
  range: LineRange | null;
  onClear: () => void;
  onGo: (range: LineRange) => void;
  total: number;
  path: string;
  store: LineStore;
};

/** Searching, wrapping, copying. */
export function OutputToolbar({ search, wraps, setWraps, range, onClear, onGo, total, path, store }: OutputToolbarProps) {
  const field = useRef<HTMLInputElement>(null);
  useKeys(field, wraps, setWraps);
  return (
    <div className="flex min-h-10 shrink-0 flex-wrap items-center gap-1 border-b border-line px-2 py-1">
      <SearchField search={search} field={field} />
      <span className="md:flex-1" />
      <GoToLine total={total} onGo={onGo} />
      {range && <PickedLines range={range} onCopy={() => copyOutput(`${path}/body`, range, store)} onClear={onClear} />}
      <IconButton
        label={wraps ? 'Do not wrap long lines' : 'Wrap long lines'}
        keys="w"
        pressed={wraps}
        onClick={() => setWraps(!wraps)}
      >
        <WrapText />
      </IconButton>
      <IconButton label="Copy all of it" onClick={() => void copyOutput(`${path}/body`, null, store)}>
        <Copy />
      </IconButton>
    </div>
  );
}

function SearchField({ search, field }: { search: Search; field: React.RefObject<HTMLInputElement | null> }) {
  const { query, setQuery, step } = search;
  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') {
      setQuery('');
      event.currentTarget.blur();
    } else return;
    event.preventDefault();
  }
  return (
    <>
      <input
        ref={field}
        type="search"
        aria-label="Search the output"
        placeholder="Search"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={press}
        className="h-7 w-56 min-w-24 shrink rounded-md max-md:flex-1 border border-field-line bg-surface px-2 text-sm dark:bg-sunken touch:h-11"
      />
      {query !== '' && (
        <>
          <IconButton size="sm" label="Previous" keys="Shift Enter" disabled={!search.hit} onClick={() => step(-1)}>
            <ChevronUp />
          </IconButton>
          <IconButton size="sm" label="Next" keys="Enter" disabled={!search.hit} onClick={() => step(1)}>
            <ChevronDown />
          </IconButton>
        </>
      )}
      <span role="status" className="text-xs whitespace-nowrap text-muted empty:hidden">
        {countWords(search)}
      </span>
    </>
  );
}

function countWords({ query, found, index, problem }: Search): string {
  if (problem) return problem;
  if (query === '') return '';
  if (!found) return 'Searching …';
  const count = found.hits.length.toLocaleString('en');
  const so = found.capped ? `${count} and more` : found.done ? count : `${count} so far`;
  return found.hits.length === 0 ? (found.done ? 'Not found' : 'Searching …') : `${index + 1} of ${so}`;
}

type PickedLinesProps = { range: LineRange; onCopy: () => Promise<void>; onClear: () => void };

function PickedLines({ range, onCopy, onClear }: PickedLinesProps) {
  const address = () => `${window.location.href.split('#')[0]}${hashOf(range)}`;
  return (
    <span className="flex items-center rounded-md bg-accent-soft pl-2 text-xs whitespace-nowrap text-accent-ink">
      {range.from === range.to ? `Line ${range.from}` : `Lines ${range.from} to ${range.to}`}
      <IconButton size="sm" label="Copy these lines" onClick={() => void onCopy()}>
        <Copy />
      </IconButton>
      <IconButton size="sm" label="Copy a link to them" onClick={() => void copyText(address(), 'Link copied.')}>
        <Link2 />
      </IconButton>
      <IconButton size="sm" label="Let go of them" onClick={onClear}>
        <X />
      </IconButton>
    </span>
  );
}

/** The browser's own search sees only the lines that are drawn, so its key goes to ours. */
function useKeys(field: React.RefObject<HTMLInputElement | null>, wraps: boolean, setWraps: (wraps: boolean) => void) {
  const actions = useMemo<Action[]>(() => {
    const search = () => {
      field.current?.focus();
      field.current?.select();
    };
    return [
      { name: 'output.search', title: 'Search the output', group: 'Evidence', shortcut: 'mod+f', run: search },
      { name: 'output.slash', title: 'Search the output', group: 'Evidence', shortcut: '/', run: search },
      { name: 'output.wrap', title: 'Wrap long lines, or not', group: 'View', shortcut: 'w', run: () => setWraps(!wraps) },
      {
        name: 'view.shortcuts',
        title: 'Show all shortcuts',
        group: 'View',
        shortcut: '?',
        run: () => overlays.setState({ shown: 'shortcuts' }),
      },
      {
        name: 'view.palette',
        title: 'Find and do',
        group: 'View',
        shortcut: 'mod+k',
        run: () => overlays.setState({ shown: 'palette' }),
      },
    ];
  }, [field, wraps, setWraps]);
  useEffect(() => offerActions(actions), [actions]);
  useEffect(() => listenToKeys(window), []);
}
