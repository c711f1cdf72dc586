'use client';

import clsx from 'clsx';
import { createContext, use, useId, type KeyboardEvent, type ReactNode } from 'react';

type TabsState = { base: string; value: string; onChange: (value: string) => void };
const TabsContext = createContext<TabsState | null>(null);

function useTabs(): TabsState {
  const tabs = use(TabsContext);
  if (!tabs) throw new Error('A tab stands outside of Tabs.');
  return tabs;
}

type TabsProps = { value: string; onChange: (value: string) => void; className?: string; children: ReactNode };

export function Tabs({ value, onChange, className, children }: TabsProps) {
  const base = useId();
  return (
    <TabsContext value={{ base, value, onChange }}>
      <div className={className}>{children}</div>
    </TabsContext>
  );
}

const MOVES: Record<string, (index: number, count: number) => number> = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

function moveFocus(event: KeyboardEvent<HTMLDivElement>) {
  const move = MOVES[event.key];
  if (!move) return;
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')];
  const next = tabs[move(tabs.indexOf(document.activeElement as HTMLElement), tabs.length)];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.click();
}

export function TabList({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  return (
    <div role="tablist" aria-label={label} onKeyDown={moveFocus} className={clsx('flex gap-1', className)}>
      {children}
    </div>
  );
}

export function Tab({ value, className, children }: { value: string; className?: string; children: ReactNode }) {
  const tabs = useTabs();
  const on = tabs.value === value;
  return (
    <button
      type="button"
      role="tab"
      id={`${tabs.base}-tab-${value}`}
      aria-selected={on}
      aria-controls={on ? `${tabs.base}-panel-${value}` : undefined}
      tabIndex={on ? 0 : -1}
      onClick={() => tabs.onChange(value)}
      className={clsx(
        '-mb-px inline-flex min-h-8 items-center gap-1.5 border-b-2 px-2 text-sm font-medium whitespace-nowrap touch:min-h-11 [&_svg]:size-4',
        on ? 'border-accent text-ink' : 'border-transparent text-muted hover:text-ink',
        className,
      )}
    >
      {children}
    </button>
  );
}

type TabPanelProps = {
  value: string;
  /** Kept in the page while another tab shows, with what was typed there. */ keep?: boolean;
  className?: string;
  children: ReactNode;
};

export function TabPanel({ value, keep, className, children }: TabPanelProps) {
  const tabs = useTabs();
  const on = tabs.value === value;
  if (!on && !keep) return null;
  return (
    <div
      role="tabpanel"
      id={`${tabs.base}-panel-${value}`}
      aria-labelledby={`${tabs.base}-tab-${value}`}
      hidden={!on}
      className={className}
    >
      {children}
    </div>
  );
}
