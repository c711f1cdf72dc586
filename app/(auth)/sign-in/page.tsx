import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { AuthCard } from '@/components/auth/auth-card';
import { nextPath } from '@/components/auth/next-path';
import { SignInForm } from '@/components/auth/sign-in-form';
import { runtime } from '@/lib/runtime';

export const metadata: Metadata = { title: 'Sign in' };

type Props = { searchParams: Promise<{ next?: string | string[]; error?: string | string[] }> };

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : null);

export default async function SignInPage({ searchParams }: Props) {
  const { next, error } = await searchParams;
  const { services, callerFrom, oidcName } = runtime();
  if (await callerFrom(await headers())) redirect(nextPath(one(next)));
  if (await services.people.needsSetup()) {
    return (
      <AuthCard
        title="Warroom is not set up yet"
        lead="Nobody has an account here. Open the set-up link that Warroom printed in its terminal when it started; it makes the administrator."
      />
    );
  }
  return (
    <AuthCard title="Sign in">
      <SignInForm next={one(next)} error={one(error)} provider={oidcName} />
    </AuthCard>
  );
}
