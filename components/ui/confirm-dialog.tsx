'use client';

import { useState, type ReactNode } from 'react';
import { Banner } from './banner';
import { Button } from './button';
import { Dialog } from './dialog';

type ConfirmDialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  /** What will happen, and whether it can be undone. */
  children: ReactNode;
  /** The verb: "Revoke", never "OK". */
  confirm: string;
  busy?: string;
  danger?: boolean;
  /** Answers with a sentence when it could not be done; the dialog then stays. */
  onConfirm: () => Promise<string | null>;
};

export function ConfirmDialog({
  open,
  onClose,
  title,
  children,
  confirm,
  busy = 'Working …',
  danger,
  onConfirm,
}: ConfirmDialogProps) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function run() {
    setBusy(true);
    const said = await onConfirm();
    setBusy(false);
    setProblem(said);
    if (said === null) onClose();
  }
  function cancel() {
    setProblem(null);
    onClose();
  }

  return (
    <Dialog
      open={open}
      onClose={cancel}
      title={title}
      size="sm"
      footer={
        <>
          <Button onClick={cancel}>Cancel</Button>
          <Button variant={danger ? 'danger' : 'primary'} data-autofocus busy={isBusy ? busy : null} onClick={() => void run()}>
            {confirm}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3 text-sm text-muted">
        {children}
        {problem && (
          <Banner tone="danger" live="assertive">
            {problem}
          </Banner>
        )}
      </div>
    </Dialog>
  );
}
