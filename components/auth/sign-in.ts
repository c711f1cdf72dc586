import { postToAuth } from '@/components/shell/auth-api';

export const NO_ANSWER = 'no-answer';

/** Signs in with a password. Answers null when it worked, else the word for what went wrong. */
export async function signInWithPassword(email: string, password: string): Promise<string | null> {
  const next = await postToAuth('callback/credentials', { email, password });
  if (next === null) return NO_ANSWER;
  return next.searchParams.get('error');
}

/** Leaves for the identity provider; answers a word when that does not work. */
export async function signInWithProvider(path: string): Promise<string | null> {
  const next = await postToAuth('signin/oidc', { callbackUrl: new URL(path, location.origin).href });
  if (next === null) return NO_ANSWER;
  const error = next.searchParams.get('error');
  if (error === null) location.assign(next.href);
  return error;
}
