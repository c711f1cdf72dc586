'use client';

import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useRoom } from '@/components/room/room-provider';
import { useRoomActions } from '@/components/room/use-room-actions';
import { useCommand } from '@/components/room/use-command';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { useLive } from '@/components/ui/use-live';
import type { OutboxItem } from '@/lib/client/room-view';

export const ASK_FIELD_ID = 'ask';

/** Asks those who speak for the incident, so that nobody who works on it is interrupted. */
export function AskForm() {
  const [text, setText] = useState('');
  const { send, refusal, isBusy, clear } = useCommand('question.ask');
  const isLive = useLive();
  const canSubmit = isLive && text.trim() !== '' && !isBusy;

  async function ask() {
    if (canSubmit && (await send({ text }))) setText('');
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    void ask();
  }
  function press(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void ask();
    if (event.key === 'Escape') (event.target as HTMLElement).blur();
  }

  return (
    <form onSubmit={submit} onKeyDown={press} className="mt-1 flex flex-col gap-2 print:hidden">
      <RefusedQuestions />
      <Field
        label="Ask"
        hideLabel
        hint="Goes to whoever speaks for this incident, and is answered once, for everybody."
        error={refusal?.message ?? null}
      >
        {(control) => (
          <div id={ASK_FIELD_ID} className="flex items-end gap-2">
            <Textarea
              {...control}
              rows={1}
              placeholder="Ask a question"
              value={text}
              onChange={(event) => {
                setText(event.target.value);
                clear();
              }}
            />
            <Button type="submit" disabled={!canSubmit} busy={isBusy ? 'Asking …' : null}>
              Ask
            </Button>
          </div>
        )}
      </Field>
    </form>
  );
}

const isRefused = ({ name, state }: OutboxItem) => name === 'question.ask' && state === 'attention';

/** What the server did not take, since somebody else was faster: said here, where it was asked. */
function RefusedQuestions() {
  const refused = useRoom(useShallow((view) => view.outbox.filter(isRefused)));
  const { discard } = useRoomActions();
  return refused.map(({ id, input, reason }) => (
    <Banner
      key={id}
      tone="warn"
      live="polite"
      action={
        <Button size="sm" variant="ghost" onClick={() => void discard(id)}>
          Discard
        </Button>
      }
    >
      <p className="wrap-anywhere">“{(input as { text: string }).text}”</p>
      <p>{reason}</p>
    </Banner>
  ));
}
