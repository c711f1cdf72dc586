'use client';

import { useId, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog, type DialogProps } from '@/components/ui/dialog';

type FormDialogProps = Pick<DialogProps, 'title' | 'description' | 'size' | 'onClose' | 'keepOpen'> & {
  submit: string;
  busy?: boolean;
  canSubmit?: boolean;
  refusal: string | null;
  onSubmit: () => void;
  /** Further buttons, before the main ones. */
  aside?: ReactNode;
  danger?: boolean;
  children: ReactNode;
};

/** A dialog that asks one command. What the core says against it stands above the buttons. */
export function FormDialog(props: FormDialogProps) {
  const { submit, busy, canSubmit = true, refusal, onSubmit, onClose, aside, danger, children, ...rest } = props;
  const id = useId();
  const send = () => canSubmit && !busy && onSubmit();

  function press(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  }
  function submitted(event: FormEvent) {
    event.preventDefault();
    send();
  }

  return (
    <Dialog
      open
      onClose={onClose}
      {...rest}
      footer={
        <>
          {aside}
          <span className="flex-1" />
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={id}
            variant={danger ? 'danger' : 'primary'}
            disabled={!canSubmit}
            busy={busy ? 'Saving …' : null}
          >
            {submit}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submitted} onKeyDown={press} className="flex flex-col gap-3">
        {children}
        {refusal && (
          <Banner tone="warn" live="assertive">
            {refusal}
          </Banner>
        )}
      </form>
    </Dialog>
  );
}
