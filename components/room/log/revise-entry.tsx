'use client';

import { useState, type KeyboardEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Textarea } from '@/components/ui/textarea';
import { useZone } from '@/components/ui/time/zone';
import type { Entry } from '@/lib/core/incident/ledger';
import { InstantField } from '../instant-field';
import { readInstant, writtenInstant } from '../instant-text';
import { useRoomUiStore } from '../room-context';
import { useCommand } from '../use-command';

/** Changes the words or the time of a note where it stands. What it said before stays in its history. */
export function ReviseEntry({ entry, writtenAt }: { entry: Entry; writtenAt: string }) {
  const zone = useZone();
  const ui = useRoomUiStore();
  const shownAt = writtenInstant(writtenAt, zone);
  const [text, setText] = useState(entry.text ?? '');
  const [at, setAt] = useState(shownAt);
  const [problem, setProblem] = useState<string | null>(null);
  const { send, refusal, isBusy } = useCommand('log.revise');
  const said = problem ?? refusal?.message;
  const close = () => {
    ui.getState().revise(null);
    ui.getState().write();
  };

  async function save() {
    const moved = at === shownAt ? null : readInstant(at, zone, writtenAt);
    if (at !== shownAt && moved === null) return setProblem('There is no such time. Write it like 16:02, or 2026-11-23 16:02.');
    const changes = { text: text === entry.text ? null : text, at: moved };
    if (changes.text === null && changes.at === null) return close();
    if (await send({ entry: entry.seq, ...changes })) close();
  }
  function press(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void save();
    }
  }

  return (
    <div className="-ml-2.5 flex flex-col gap-1.5 py-0.5" onKeyDown={press}>
      <Textarea
        autoFocus
        aria-label="Words of this line"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onFocus={(event) => event.target.setSelectionRange(text.length, text.length)}
      />
      <div className="flex flex-wrap items-center gap-1.5">
        <InstantField aria-label="When it happened" zone={zone} value={at} onChange={setAt} />
        <span className="flex-1" />
        <Button size="sm" variant="ghost" onClick={close}>
          Cancel
        </Button>
        <Button size="sm" variant="primary" busy={isBusy ? 'Saving …' : null} onClick={() => void save()}>
          Save
        </Button>
      </div>
      {said && (
        <p role="alert" className="text-xs text-danger-ink">
          {said}
        </p>
      )}
    </div>
  );
}
