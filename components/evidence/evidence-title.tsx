'use client';

import { useState, type KeyboardEvent } from 'react';
import { Input } from '@/components/ui/input';
import { useRoom } from '@/components/room/room-provider';
import { useCommand } from '@/components/room/use-command';
import { offers } from '@/lib/client/offers';
import type { Evidence } from '@/lib/core/incident/state';

/** The title; a press makes it a field. */
export function EvidenceTitle({ evidence: { ref, title, redacted } }: { evidence: Evidence }) {
  const canEdit = useRoom((view) => offers(view, 'evidence.retitle', { evidence: ref, title: `${title}.`.slice(0, 200) }));
  const [written, setWritten] = useState<string | null>(null);
  const { send, refusal, clear } = useCommand('evidence.retitle');
  const leave = () => {
    setWritten(null);
    clear();
  };

  async function save() {
    if (written === null || written.trim() === title) return leave();
    if (await send({ evidence: ref, title: written })) leave();
  }
  function press(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.key === 'Enter') void save();
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
  }

  return (
    <div className="flex min-w-0 items-center gap-2">
      <span className="font-mono text-base font-semibold text-sev4-ink">{ref}</span>
      {written !== null ? (
        <span className="relative min-w-0 flex-1">
          <Input
            autoFocus
            aria-label={`Title of ${ref}`}
            aria-invalid={refusal ? true : undefined}
            value={written}
            onChange={(event) => setWritten(event.target.value)}
            onKeyDown={press}
            onBlur={() => void save()}
          />
          {refusal && (
            <span
              role="alert"
              className="absolute top-full left-0 z-20 mt-1 rounded-md border border-line-strong bg-raised px-2 py-1 text-xs text-danger-ink shadow-lift"
            >
              {refusal.message}
            </span>
          )}
        </span>
      ) : (
        <h1 className="flex min-w-0 text-base font-semibold">
          {canEdit && !redacted ? (
            <button
              type="button"
              className="-ml-1.5 min-h-8 min-w-0 truncate rounded-md px-1.5 text-left hover:bg-hover touch:min-h-11"
              onClick={() => setWritten(title)}
            >
              {title}
              <span className="sr-only">, edit the title</span>
            </button>
          ) : (
            <span className="truncate leading-8">{title}</span>
          )}
        </h1>
      )}
    </div>
  );
}
