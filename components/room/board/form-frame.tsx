'use client';

import { useEffect, useRef, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { useRoomActions } from '../use-room-actions';
import { useRoomUiStore } from '../room-context';

type FormFrameProps = {
  focus: string;
  /** What the core says against it, or nothing. */
  refusal: string | null;
  submit?: string;
  isBusy: boolean;
  canSubmit?: boolean;
  onSubmit?: () => void;
  children: ReactNode;
};

/** Where something about a card is decided: in place, submitted with Ctrl Enter, left with Escape. */
export function FormFrame({ focus, refusal, submit, isBusy, canSubmit = true, onSubmit, children }: FormFrameProps) {
  const ui = useRoomUiStore();
  const { setTyping } = useRoomActions();
  const form = useRef<HTMLFormElement>(null);
  const close = () => {
    ui.getState().closeCard();
    document.getElementById(focus)?.focus();
  };

  useEffect(() => {
    const find = (selector: string) => form.current?.querySelector<HTMLElement>(selector);
    (find('[data-autofocus]') ?? find('textarea, input, select, button'))?.focus();
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  useEffect(() => () => setTyping(null), [setTyping]);

  function press(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmit?.();
    else return;
    event.preventDefault();
  }
  function send(event: FormEvent) {
    event.preventDefault();
    onSubmit?.();
  }

  return (
    <form
      ref={form}
      onSubmit={send}
      onKeyDown={press}
      onClick={(event) => event.stopPropagation()}
      className="mt-2 flex flex-col gap-2 border-t border-line pt-2"
    >
      {refusal && (
        <p role="alert" className="text-sm text-warn-ink">
          {refusal}
        </p>
      )}
      {children}
      <div className="flex justify-end gap-2">
        <Button size="sm" variant="ghost" onClick={close}>
          Cancel
        </Button>
        {submit && (
          <Button size="sm" variant="primary" type="submit" disabled={!canSubmit} busy={isBusy ? 'Saving …' : null}>
            {submit}
          </Button>
        )}
      </div>
    </form>
  );
}
