'use client';

import { useId, useState, type FormEvent } from 'react';
import { issueOf, messageBeside } from '@/components/shell/call-api';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import type { CreatedInvitation } from '@/lib/contracts/people';
import { GLOBAL_ROLES, type GlobalRole } from '@/lib/core/incident/state';
import { ROLE_MEANING, ROLE_WORD } from './roles';
import { useChange } from './use-change';

type NewInvitationDialogProps = { onClose: () => void; onMade: (invitation: CreatedInvitation) => void };

const ROLES = GLOBAL_ROLES.map((value) => ({ value, label: ROLE_WORD[value] }));

export function NewInvitationDialog({ onClose, onMade }: NewInvitationDialogProps) {
  const { change, isBusy, answer } = useChange<CreatedInvitation>();
  const [role, setRole] = useState<GlobalRole>('responder');
  const [email, setEmail] = useState('');
  const id = useId();
  const message = messageBeside(answer, ['email']);

  async function make(event: FormEvent) {
    event.preventDefault();
    const said = await change('POST', '/api/v1/invitations', { role, email: email.trim() || null });
    if (!said.ok) return;
    onClose();
    onMade(said.value);
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="Invite somebody"
      size="sm"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={id} variant="primary" busy={isBusy ? 'Making the link …' : null}>
            Make the link
          </Button>
        </>
      }
    >
      <form id={id} noValidate onSubmit={(event) => void make(event)} className="flex flex-col gap-4">
        {message && (
          <Banner tone="danger" live="assertive">
            {message}
          </Banner>
        )}
        <div className="flex flex-col gap-1">
          <span aria-hidden className="text-sm font-medium">
            Role
          </span>
          <Segmented label="Role" options={ROLES} value={role} onChange={setRole} />
          <p className="text-xs text-muted">{ROLE_MEANING[role]}</p>
        </div>
        <Field
          label="E-mail"
          aside="optional"
          hint="With an address the link works for that address only."
          error={issueOf(answer, 'email')}
        >
          {(control) => (
            <Input
              {...control}
              type="email"
              autoComplete="off"
              maxLength={254}
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
