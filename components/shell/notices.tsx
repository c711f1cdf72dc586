'use client';

import { usePathname } from 'next/navigation';
import { useSyncExternalStore } from 'react';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button-link';
import type { Running } from './use-running';

function subscribe(listener: () => void) {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

const useOnline = () =>
  useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );

/** What stands between this page and the truth. The room speaks for itself about its connection. */
export function Notices({ state }: { state: Running['state'] }) {
  const path = usePathname();
  const isOnline = useOnline();
  if (state === 'signed-out') {
    return (
      <Banner
        tone="warn"
        shape="bar"
        live="assertive"
        action={
          <ButtonLink size="sm" href={`/sign-in?next=${encodeURIComponent(path)}`} prefetch={false}>
            Sign in
          </ButtonLink>
        }
      >
        Your session is over, so nothing here is updated any more. Sign in again; what you have not sent stays on this device.
      </Banner>
    );
  }
  if (path.startsWith('/incidents/') || (isOnline && state === 'fresh')) return null;
  return (
    <Banner tone="warn" shape="bar" live="polite">
      {isOnline
        ? 'Warroom does not answer. You see how it stood before; it is asked again every few seconds.'
        : 'You are offline. You see how it stood before; it is brought up to date as soon as you are back.'}
    </Banner>
  );
}
