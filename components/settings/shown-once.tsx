'use client';

import type { ReactNode } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { CopyLine } from '@/components/ui/copy-line';
import { Dialog } from '@/components/ui/dialog';

type ShownOnceProps = {
  title: string;
  secret: string;
  copyLabel: string;
  /** What it is for. */
  children: ReactNode;
  onClose: () => void;
};

/** A secret that the server does not know any more after this. */
export function ShownOnce({ title, secret, copyLabel, children, onClose }: ShownOnceProps) {
  return (
    <Dialog
      open
      keepOpen
      onClose={onClose}
      title={title}
      footer={
        <Button variant="primary" onClick={onClose}>
          I have copied it
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <CopyLine text={secret} label={copyLabel} className="w-full" />
        <Banner tone="warn">It is shown this once. Copy it now; afterwards only a new one can be made.</Banner>
        <div className="flex flex-col gap-2 text-sm text-muted">{children}</div>
      </div>
    </Dialog>
  );
}
