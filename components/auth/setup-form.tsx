'use client';

import { signInProblem } from '@/lib/auth/sign-in-problem';
import { AccountForm, type NewAccount } from './account-form';
import { signInWithPassword } from './sign-in';

/** Makes the administrator and signs in. */
export function SetupForm({ token }: { token: string }) {
  async function enter({ email, password }: NewAccount): Promise<string | null> {
    const error = await signInWithPassword(email, password);
    if (error === null) location.assign('/');
    return error && `Your account is made, but signing in did not work. ${signInProblem(error)}`;
  }
  return <AccountForm path="/api/v1/setup" token={token} submit="Make my account" busy="Making your account …" onMade={enter} />;
}
