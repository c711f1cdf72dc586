import { callApi } from './call-api';

/** next-auth takes a form, with a token that proves that the form is ours. Answers where it wants the browser to go, or null. */
export async function postToAuth(path: string, fields: Record<string, string>): Promise<URL | null> {
  const csrf = await callApi<{ csrfToken: string }>('GET', '/api/auth/csrf');
  if (!csrf.ok) return null;
  try {
    const response = await fetch(`/api/auth/${path}`, {
      method: 'POST',
      signal: AbortSignal.timeout(20_000),
      body: new URLSearchParams({ callbackUrl: location.origin, ...fields, csrfToken: csrf.value.csrfToken, json: 'true' }),
    });
    const { url } = (await response.json()) as { url?: string };
    return url ? new URL(url, location.origin) : null;
  } catch {
    return null;
  }
}
