/** What went wrong while signing in, as it travels in the address of the sign-in page: a word, never a sentence. */
export type SignInProblem = 'CredentialsSignin' | 'disabled' | 'uninvited' | 'unavailable' | 'provider' | `too_many.${number}`;

const WORDS: Record<Exclude<SignInProblem, `too_many.${number}`>, string> = {
  CredentialsSignin: 'The e-mail address or the password is not right. Check both and try again.',
  disabled: 'This account was switched off. Ask an administrator.',
  uninvited: 'Nobody with this address was invited to Warroom. Ask an administrator for an invitation.',
  unavailable: 'The database does not answer just now. Try again in a moment.',
  provider: 'The identity provider did not let you in. Try again, or sign in with your password.',
};

/** The sentence for the `error` that the sign-in page or next-auth's `signIn` got. */
export function signInProblem(error: string): string {
  const seconds = Number(/^too_many\.(\d{1,6})$/.exec(error)?.[1] ?? 0);
  if (seconds > 0) {
    const minutes = Math.ceil(seconds / 60);
    return `Too many wrong passwords. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, then try again.`;
  }
  if (Object.hasOwn(WORDS, error)) return WORDS[error as keyof typeof WORDS];
  return error.startsWith('OAuth') || error === 'Callback' || error === 'AccessDenied'
    ? WORDS.provider
    : 'Signing in did not work. Reload the page and try again.';
}
