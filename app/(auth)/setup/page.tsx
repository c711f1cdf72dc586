import type { Metadata } from 'next';
import { AuthCard } from '@/components/auth/auth-card';
import { SetupForm } from '@/components/auth/setup-form';
import { ButtonLink } from '@/components/ui/button-link';
import { runtime } from '@/lib/runtime';

export const metadata: Metadata = { title: 'Set up', referrer: 'no-referrer' };

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export default async function SetupPage({ searchParams }: Props) {
  const { token } = await searchParams;
  if (!(await runtime().services.people.needsSetup())) {
    return (
      <AuthCard
        title="Warroom is already set up"
        lead="The set-up link works once. Sign in, or ask an administrator for an invitation."
      >
        <ButtonLink href="/sign-in" variant="primary" size="lg">
          Sign in
        </ButtonLink>
      </AuthCard>
    );
  }
  if (typeof token !== 'string' || token === '') {
    return (
      <AuthCard
        title="The link is not whole"
        lead="Open the set-up link as Warroom printed it in its terminal when it started; it ends with ?token= and the one-time token."
      />
    );
  }
  return (
    <AuthCard title="Set up Warroom" lead="You become the administrator. Then you can invite the others.">
      <SetupForm token={token} />
    </AuthCard>
  );
}
