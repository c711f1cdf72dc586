'use client';

import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Button } from './button';
import { IconButton } from './icon-button';
import { toast, toasts, type Toast } from './toast';

const NONE: readonly Toast[] = [];
const ICONS = { info: Info, good: CircleCheck, danger: CircleAlert };
const INK = { info: 'text-muted', good: 'text-good-ink', danger: 'text-danger-ink' };

/** Where toasts appear; once in the page. */
export function Toaster() {
  const shown = useSyncExternalStore(toasts.subscribe, toasts.now, () => NONE);
  const region = useRef<HTMLDivElement>(null);
  const [isHeld, setHeld] = useState(false);
  const newest = shown.at(-1)?.id;

  // Shown anew for each toast, so that it lies above a dialog opened in between.
  useLayoutEffect(() => {
    const panel = region.current;
    if (!panel) return;
    if (panel.matches(':popover-open')) panel.hidePopover();
    if (newest) panel.showPopover();
  }, [newest]);

  return (
    <div
      ref={region}
      popover="manual"
      role="region"
      aria-label="Messages"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      className="fixed inset-x-4 top-auto bottom-4 left-auto w-88 max-w-[calc(100vw-2rem)] flex-col gap-2 overflow-visible bg-transparent open:flex max-sm:bottom-20"
    >
      {shown.map((one) => (
        <ToastCard key={one.id} toast={one} isHeld={isHeld} />
      ))}
    </div>
  );
}

function ToastCard({ toast: { id, tone, text, detail, action, durationMs }, isHeld }: { toast: Toast; isHeld: boolean }) {
  const Icon = ICONS[tone];
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => toast.dismiss(id), durationMs);
    return () => clearTimeout(timer);
  }, [id, durationMs, isHeld, text]);

  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className="enter-rise flex items-start gap-2 rounded-lg border border-line-strong bg-raised py-1.5 pr-1.5 pl-3 text-sm text-ink shadow-lift"
    >
      <Icon aria-hidden className={`mt-1.5 size-4 shrink-0 ${INK[tone]}`} />
      <div className="min-w-0 flex-1 py-1">
        {text}
        {detail && <p className="text-xs text-muted">{detail}</p>}
      </div>
      {action && (
        <Button
          size="sm"
          onClick={() => {
            toast.dismiss(id);
            action.onClick();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label="Dismiss" size="sm" className="mt-0.5" onClick={() => toast.dismiss(id)}>
        <X />
      </IconButton>
    </div>
  );
}
