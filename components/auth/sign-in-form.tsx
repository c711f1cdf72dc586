'use client';

import { useState, type FormEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { PasswordInput } from './password-input';
import { nextPath } from './next-path';
import { signInWithPassword, signInWithProvider } from './sign-in';
import { mayTryAgainAtMs, SignInError } from './sign-in-error';

type SignInFormProps = { next: string | null; error: string | null; provider: string | null };

export function SignInForm({ next, error: initialError, provider }: SignInFormProps) {
  const [busy, setBusy] = useState<'password' | 'provider' | null>(null);
  const [failure, setFailure] = useState<{ error: string; againAtMs: number | null } | null>(
    initialError ? { error: initialError, againAtMs: null } : null,
  );
  const path = nextPath(next);

  async function attempt(way: 'password' | 'provider', go: () => Promise<string | null>) {
    setBusy(way);
    setFailure(null);
    const error = await go();
    if (error === null) return way === 'password' ? location.assign(path) : undefined;
    setBusy(null);
    setFailure({ error, againAtMs: mayTryAgainAtMs(error, Date.now()) });
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    if (busy === null)
      void attempt('password', () => signInWithPassword(String(typed.get('email')), String(typed.get('password'))));
  }

  return (
    <div className="flex flex-col gap-4">
      {failure && <SignInError {...failure} />}
      <form method="post" onSubmit={submit} className="flex flex-col gap-4">
        <Field label="E-mail">
          {(control) => <Input {...control} type="email" name="email" autoComplete="username" required autoFocus size="lg" />}
        </Field>
        <Field label="Password">
          {(control) => <PasswordInput {...control} name="password" autoComplete="current-password" required size="lg" />}
        </Field>
        <SubmitButton variant="primary" size="lg" busy={busy === 'password' ? 'Signing in …' : null} disabled={busy !== null}>
          Sign in
        </SubmitButton>
      </form>
      {provider && (
        <>
          <div
            aria-hidden
            className="flex items-center gap-3 text-xs text-faint before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line"
          >
            or
          </div>
          <Button
            size="lg"
            busy={busy === 'provider' ? `Going to ${provider} …` : null}
            disabled={busy !== null}
            onClick={() => void attempt('provider', () => signInWithProvider(path))}
          >
            Continue with {provider}
          </Button>
        </>
      )}
    </div>
  );
}
