'use client';

import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { signOut } from './sign-out';

type SignOutDialogProps = { unsent: number; open: boolean; onClose: () => void };

/** Asks before somebody leaves behind what nobody else has seen yet. [O5] */
export function SignOutDialog({ unsent, open, onClose }: SignOutDialogProps) {
  const things = unsent === 1 ? 'One thing you wrote was' : `${unsent} things you wrote were`;
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title="Sign out with unsent work?"
      confirm="Sign out all the same"
      busy="Signing out …"
      danger
      onConfirm={async () => ((await signOut()) ? null : 'Signing out did not work. You are still signed in.')}
    >
      <p>
        {things} not sent yet. It stays on this device and is sent when you sign in here again; nobody else can send or read it in
        Warroom. To send it first, stay signed in until the room says that everything is saved.
      </p>
    </ConfirmDialog>
  );
}
