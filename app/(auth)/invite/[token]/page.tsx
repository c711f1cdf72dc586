import type { Metadata } from 'next';
import { AuthCard } from '@/components/auth/auth-card';
import { InvitationForm } from '@/components/auth/invitation-form';
import { ButtonLink } from '@/components/ui/button-link';
import { Time } from '@/components/ui/time/time';
import type { GlobalRole } from '@/lib/core/incident/state';
import { runtime } from '@/lib/runtime';

export const metadata: Metadata = { title: 'Invitation', referrer: 'no-referrer' };

const MEANING: Record<GlobalRole, string> = {
  viewer: 'As a viewer you see every incident that is not private, and change nothing.',
  responder: 'As a responder you declare incidents and work on them.',
  admin: 'As an administrator you also manage people.',
};

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await runtime().services.people.readInvitation(token);
  if (!invitation) {
    return (
      <AuthCard
        title="This invitation does not work any more"
        lead="An invitation works once, within 72 hours, and can be taken back. Ask whoever sent it for a new one. If you have an account already, sign in."
      >
        <ButtonLink href="/sign-in" size="lg">
          Sign in
        </ButtonLink>
      </AuthCard>
    );
  }
  return (
    <AuthCard title={`${invitation.invitedBy} invited you to Warroom`} lead={MEANING[invitation.role]}>
      <InvitationForm token={token} email={invitation.email} />
      <p className="text-xs text-muted">
        The invitation is good until <Time at={invitation.expiresAt} />.
      </p>
    </AuthCard>
  );
}
