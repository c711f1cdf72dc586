'use client';

import { useState, type KeyboardEvent } from 'react';
import { Input } from '@/components/ui/input';
import { offers } from '@/lib/client/offers';
import { useRoom } from '../room-provider';
import { useCommand } from '../use-command';

/** The title; a press makes it a field. */
export function TitleField() {
  const title = useRoom((view) => view.drawn.title);
  const canEdit = useRoom((view) => offers(view, 'incident.describe', { title: `${view.drawn.title}.` }));
  const [written, setWritten] = useState<string | null>(null);
  const [seen, setSeen] = useState(title);
  const { send, refusal, clear } = useCommand('incident.describe');

  async function save() {
    if (written === null || written.trim() === title) return leave();
    if (await send({ title: written, was: { title: seen } })) leave();
  }
  function leave() {
    setWritten(null);
    clear();
  }
  function press(event: KeyboardEvent) {
    if (event.key === 'Enter') void save();
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
  }

  if (written !== null) {
    return (
      <span className="relative min-w-0 flex-1">
        <Input
          autoFocus
          aria-label="Title of the incident"
          aria-invalid={refusal ? true : undefined}
          aria-describedby={refusal ? 'title-refusal' : undefined}
          value={written}
          onChange={(event) => setWritten(event.target.value)}
          onKeyDown={press}
          onBlur={() => void save()}
          className="text-base! font-semibold"
        />
        {refusal && (
          <span
            id="title-refusal"
            role="alert"
            className="absolute top-full left-0 z-20 mt-1 rounded-md border border-line-strong bg-raised px-2 py-1 text-xs text-danger-ink shadow-lift"
          >
            {refusal.message}
          </span>
        )}
      </span>
    );
  }
  return (
    <h1 className="flex min-h-8 min-w-0 items-center text-base leading-5 font-semibold wrap-anywhere" title={title}>
      {canEdit ? (
        <button
          type="button"
          className="-ml-1.5 min-h-8 min-w-0 rounded-md px-1.5 text-left hover:bg-hover touch:min-h-11"
          onClick={() => {
            setSeen(title);
            setWritten(title);
          }}
        >
          <span className="line-clamp-2">{title}</span>
          <span className="sr-only">, edit the title</span>
        </button>
      ) : (
        <span className="line-clamp-2">{title}</span>
      )}
    </h1>
  );
}
