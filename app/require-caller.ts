import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { Caller } from '@/lib/auth/caller';
import { runtime } from '@/lib/runtime';

/** The path and query of the page that is asked for, as our server noted it. */
async function askedPath(): Promise<string> {
  const asked = (await headers()).get('x-warroom-path') ?? '/';
  const url = new URL(asked, 'http://warroom.invalid');
  url.searchParams.delete('_rsc');
  return url.pathname + url.search;
}

/** Who opens a page; whoever is not signed in signs in first and comes back. Looked up once per request. */
export const requireCaller = cache(async (): Promise<Caller> => {
  const caller = await runtime().callerFrom(await headers());
  if (caller) return caller;
  const path = await askedPath();
  redirect(path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`);
});
