'use client';

import { Banner } from '@/components/ui/banner';
import { clockText, spanText } from '@/components/ui/time/format';
import { useNow } from '@/components/ui/time/now';
import { signInProblem } from '@/lib/auth/sign-in-problem';
import { NO_ANSWER } from './sign-in';

/** When a sign-in may be tried again, in ms since 1970; null when that is now. */
export function mayTryAgainAtMs(error: string | null, nowMs: number): number | null {
  const seconds = Number(/^too_many\.(\d{1,6})$/.exec(error ?? '')?.[1] ?? 0);
  return seconds > 0 ? nowMs + seconds * 1000 : null;
}

/** What went wrong, and when to try again. */
export function SignInError({ error, againAtMs }: { error: string; againAtMs: number | null }) {
  return (
    <Banner tone="danger" live="assertive">
      {againAtMs !== null ? <TooMany againAtMs={againAtMs} /> : error === NO_ANSWER ? WORDS : signInProblem(error)}
    </Banner>
  );
}

const WORDS = 'Warroom does not answer. Check the connection and try again.';

function TooMany({ againAtMs }: { againAtMs: number }) {
  const leftMs = againAtMs - (useNow() ?? againAtMs);
  if (leftMs <= 0) return 'You may try again now.';
  return (
    <>
      Too many wrong passwords. Wait {spanText(leftMs)}, until {clockText(new Date(againAtMs).toISOString(), 'local')} your time,
      then try again.
    </>
  );
}
