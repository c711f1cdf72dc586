'use client';

import { useState, type FormEvent } from 'react';
import { callApi, issueOf, messageBeside, type ApiAnswer } from '@/components/shell/call-api';
import { Banner } from '@/components/ui/banner';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { PASSWORD_MIN } from '@/lib/contracts/people';
import { PasswordInput } from './password-input';

export type NewAccount = { token: string; name: string; email: string; password: string };

type AccountFormProps = {
  /** Where the account is made. */
  path: '/api/v1/setup' | '/api/v1/invitations/accept';
  token: string;
  /** An address that the account is bound to. */
  email?: string | null;
  submit: string;
  busy: string;
  /** Answers a sentence when what follows did not work. */
  onMade: (account: NewAccount) => Promise<string | null>;
};

const FIELDS = ['name', 'email', 'password'] as const;

/** Name, address and password of a new account. */
export function AccountForm({ path, token, email: boundEmail = null, submit, busy, onMade }: AccountFormProps) {
  const [isBusy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<ApiAnswer<unknown> | null>(null);
  const [afterwards, setAfterwards] = useState<string | null>(null);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isBusy) return;
    const typed = new FormData(event.currentTarget);
    const [name, email, password] = FIELDS.map((field) => String(typed.get(field))) as [string, string, string];
    const account = { token, name, email, password };
    setBusy(true);
    const made = await callApi('POST', path, { body: account });
    const problem = made.ok ? await onMade(account) : null;
    setAnswer(made);
    setAfterwards(problem);
    if (!made.ok || problem !== null) setBusy(false);
  }

  const message = messageBeside(answer, FIELDS) ?? afterwards;
  return (
    <form method="post" onSubmit={(event) => void send(event)} className="flex flex-col gap-4">
      {message && (
        <Banner tone="danger" live="assertive">
          {message}
        </Banner>
      )}
      <Field label="Your name" hint="As others will see it in the log." error={issueOf(answer, 'name')}>
        {(control) => <Input {...control} name="name" autoComplete="name" required size="lg" autoFocus />}
      </Field>
      <Field
        label="E-mail"
        hint={boundEmail ? 'The invitation is for this address.' : undefined}
        error={issueOf(answer, 'email')}
      >
        {(control) => (
          <Input
            {...control}
            type="email"
            name="email"
            autoComplete="username"
            required
            readOnly={boundEmail !== null}
            defaultValue={boundEmail ?? ''}
            maxLength={254}
            size="lg"
          />
        )}
      </Field>
      <Field
        label="Password"
        hint={`At least ${PASSWORD_MIN} characters; a few words in a row do well.`}
        error={issueOf(answer, 'password')}
      >
        {(control) => (
          <PasswordInput
            {...control}
            name="password"
            autoComplete="new-password"
            required
            minLength={PASSWORD_MIN}
            maxLength={256}
            size="lg"
          />
        )}
      </Field>
      <SubmitButton variant="primary" size="lg" busy={isBusy ? busy : null}>
        {submit}
      </SubmitButton>
    </form>
  );
}
