'use client';

import { AccountForm } from './account-form';

/** Takes an invitation; the answer signs the browser in. */
export function InvitationForm({ token, email }: { token: string; email: string | null }) {
  async function enter(): Promise<null> {
    location.assign('/');
    return null;
  }
  return (
    <AccountForm
      path="/api/v1/invitations/accept"
      token={token}
      email={email}
      submit="Join Warroom"
      busy="Making your account …"
      onMade={enter}
    />
  );
}
