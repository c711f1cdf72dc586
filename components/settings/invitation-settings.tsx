'use client';

import { Mail } from 'lucide-react';
import { useState } from 'react';
import { Badge, type Tone } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Time } from '@/components/ui/time/time';
import { toast } from '@/components/ui/toast';
import type { CreatedInvitation, InvitationState, InvitationSummary } from '@/lib/contracts/people';
import { NewInvitationDialog } from './new-invitation-dialog';
import { ROLE_WORD } from './roles';
import { Facts } from './facts';
import { PageHead, Panel } from './section';
import { ShownOnce } from './shown-once';
import { useChange } from './use-change';

const TONES: Record<InvitationState, Tone> = { open: 'accent', used: 'good', expired: 'neutral', revoked: 'neutral' };
const WORDS: Record<InvitationState, string> = { open: 'open', used: 'used', expired: 'too old', revoked: 'taken back' };

export function InvitationSettings({ invitations }: { invitations: InvitationSummary[] }) {
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<CreatedInvitation | null>(null);
  const begin = (
    <Button variant="primary" onClick={() => setMaking(true)}>
      Invite somebody
    </Button>
  );
  return (
    <>
      <PageHead
        title="Invitations"
        lead="A link that makes one account, once, within 72 hours. Send it by whatever way you trust."
        action={invitations.length > 0 ? begin : undefined}
      />
      <Panel>
        {invitations.length === 0 && (
          <EmptyState icon={<Mail aria-hidden />} action={begin}>
            Nobody has been invited yet.
          </EmptyState>
        )}
        {invitations.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} />
        ))}
      </Panel>
      {isMaking && <NewInvitationDialog onClose={() => setMaking(false)} onMade={setMade} />}
      {made && (
        <ShownOnce
          title={`Invitation as ${ROLE_WORD[made.role].toLowerCase()}`}
          secret={made.link}
          copyLabel="Copy the link"
          onClose={() => setMade(null)}
        >
          <p>
            Send it to {made.email ?? 'the person you invite'}.{' '}
            {made.email ? 'It works for that address only' : 'Whoever has it can use it'}, once, until{' '}
            <Time at={made.expiresAt} />.
          </p>
        </ShownOnce>
      )}
    </>
  );
}

function InvitationRow({ invitation }: { invitation: InvitationSummary }) {
  const { change, isBusy } = useChange();
  const whom = invitation.email ?? 'anybody with the link';

  async function takeBack() {
    const answer = await change('DELETE', `/api/v1/invitations/${invitation.id}`);
    if (answer.ok) toast.success('The invitation is taken back.');
    else toast.error(answer.message);
  }

  return (
    <div className="flex items-center gap-3 px-4 py-3">
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-2 text-sm">
          <span className="min-w-0 truncate font-medium">{invitation.usedBy?.name ?? whom}</span>
          <Badge>{ROLE_WORD[invitation.role]}</Badge>
          <Badge tone={TONES[invitation.state]}>{WORDS[invitation.state]}</Badge>
        </div>
        <Facts>
          <span>
            by {invitation.invitedBy.name}, <Time at={invitation.createdAt} />
          </span>
          {invitation.state === 'open' && (
            <span>
              good until <Time at={invitation.expiresAt} />
            </span>
          )}
        </Facts>
      </div>
      {invitation.state === 'open' && (
        <Button
          size="sm"
          busy={isBusy ? 'Taking back …' : null}
          onClick={() => void takeBack()}
          aria-label={`Take back the invitation for ${whom}`}
        >
          Take back
        </Button>
      )}
    </div>
  );
}
