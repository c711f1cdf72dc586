'use client';

import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import type { Member } from '@/lib/contracts/people';
import type { GlobalRole } from '@/lib/core/incident/state';
import { ROLE_WORD } from './roles';
import { useChange } from './use-change';

/** What an administrator is asked about once more. */
export type MemberChange = { kind: 'own-role'; role: GlobalRole } | { kind: 'disable' } | { kind: 'sign-out' };

type MemberDialogProps = { member: Member; asking: MemberChange | null; onClose: () => void };

function wordsOf(member: Member, asking: MemberChange) {
  if (asking.kind === 'own-role') {
    return {
      title: `Make yourself a ${ROLE_WORD[asking.role].toLowerCase()}?`,
      confirm: 'Change my role',
      body: 'You can then no longer manage people. Another administrator would have to give the role back to you.',
      done: 'Your role is changed.',
    };
  }
  if (asking.kind === 'disable') {
    return {
      title: `Switch off the account of ${member.name}?`,
      confirm: 'Switch off',
      body: 'Every session and token ends within two seconds, and signing in is refused. What they wrote stays. You can switch it on again.',
      done: `The account of ${member.name} is switched off.`,
    };
  }
  return {
    title: `Sign ${member.name} out everywhere?`,
    confirm: 'Sign out',
    body: 'Every session ends within two seconds. Tokens go on working, and they can sign in again.',
    done: `${member.name} is signed out everywhere.`,
  };
}

export function MemberDialog({ member, asking, onClose }: MemberDialogProps) {
  const { change } = useChange();
  if (!asking) return null;
  const words = wordsOf(member, asking);

  async function run(): Promise<string | null> {
    if (!asking) return null;
    const path = `/api/v1/members/${member.id}`;
    const answer =
      asking.kind === 'sign-out'
        ? await change('POST', `${path}/sign-out-everywhere`, {})
        : await change('PATCH', path, asking.kind === 'disable' ? { disabled: true } : { role: asking.role });
    if (!answer.ok) return answer.message;
    toast.success(words.done);
    return null;
  }

  return (
    <ConfirmDialog open onClose={onClose} title={words.title} confirm={words.confirm} danger onConfirm={run}>
      <p>{words.body}</p>
    </ConfirmDialog>
  );
}
