'use client';

import { useState, type FormEvent } from 'react';
import { PasswordInput } from '@/components/auth/password-input';
import { issueOf, messageBeside } from '@/components/shell/call-api';
import { useMe } from '@/components/shell/me';
import { Banner } from '@/components/ui/banner';
import { SubmitButton } from '@/components/ui/submit-button';
import { Field } from '@/components/ui/field';
import { toast } from '@/components/ui/toast';
import { PASSWORD_MIN } from '@/lib/contracts/people';
import { PageHead, Panel } from './section';
import { useChange } from './use-change';

export function PasswordSettings() {
  const me = useMe();
  const { change, isBusy, answer, forget } = useChange();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const message = messageBeside(answer, ['current', 'password']);

  async function save(event: FormEvent) {
    event.preventDefault();
    const said = await change('POST', '/api/v1/password', { current: me.hasPassword ? current : null, password });
    if (!said.ok) return;
    setCurrent('');
    setPassword('');
    forget();
    toast.success('Your password is changed.', { detail: 'Everywhere else you are signed out now.' });
  }

  return (
    <>
      <PageHead
        title="Password"
        lead={
          me.hasPassword
            ? 'Changing it ends every other session of yours.'
            : 'You sign in with your identity provider. With a password you can also get in when that is down.'
        }
      />
      <Panel>
        <form method="post" onSubmit={(event) => void save(event)} className="flex flex-col gap-4 p-4">
          {message && (
            <Banner tone="danger" live="assertive">
              {message}
            </Banner>
          )}
          <input type="email" name="email" autoComplete="username" value={me.email} readOnly hidden />
          {me.hasPassword && (
            <Field label="Current password" error={issueOf(answer, 'current')} className="max-w-sm">
              {(control) => (
                <PasswordInput
                  {...control}
                  name="current"
                  autoComplete="current-password"
                  required
                  value={current}
                  onChange={(event) => setCurrent(event.target.value)}
                />
              )}
            </Field>
          )}
          <Field
            label="New password"
            hint={`At least ${PASSWORD_MIN} characters; a few words in a row do well.`}
            error={issueOf(answer, 'password')}
            className="max-w-sm"
          >
            {(control) => (
              <PasswordInput
                {...control}
                name="password"
                autoComplete="new-password"
                required
                minLength={PASSWORD_MIN}
                maxLength={256}
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
            )}
          </Field>
          <SubmitButton variant="primary" busy={isBusy ? 'Saving …' : null} className="self-start">
            {me.hasPassword ? 'Change the password' : 'Set a password'}
          </SubmitButton>
        </form>
      </Panel>
    </>
  );
}
