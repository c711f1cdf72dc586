'use client';

import { ButtonLink } from '@/components/ui/button-link';
import { ErrorState } from '@/components/ui/error-state';
import { useRoom } from './room-provider';

/** What is left of a room that is no longer for this person: nothing of what stood in it. */
export function ClosedRoom({ closed: { code, message } }: { closed: { code: string; message: string } }) {
  const unsent = useRoom((view) => view.outbox.length);
  const isSignedOut = code === 'unauthenticated';
  return (
    <div className="flex h-full items-center justify-center">
      <ErrorState
        title={isSignedOut ? 'You are signed out' : 'This room is closed to you'}
        action={
          isSignedOut ? (
            <ButtonLink variant="primary" href="/sign-in">
              Sign in again
            </ButtonLink>
          ) : (
            <ButtonLink variant="primary" href="/">
              All incidents
            </ButtonLink>
          )
        }
      >
        <p>{message}</p>
        {unsent > 0 && (
          <p>
            {unsent === 1 ? 'One thing that you wrote was' : `${unsent} things that you wrote were`} not sent and{' '}
            {unsent === 1 ? 'is' : 'are'} kept on this device.
          </p>
        )}
      </ErrorState>
    </div>
  );
}
