import * as z from 'zod/mini';
import { notFound } from '@/lib/services/errors';
import type { People } from '@/lib/services/people/people';
import type { ApiContext } from '../api-env';

/** What the routes about people work with. */
export type PeopleRoutesDeps = {
  services: { people: People };
  publicUrl: string;
  /** A `Set-Cookie` header that signs the browser in. */
  setSessionCookie: (sessionId: string) => Promise<string>;
};

/** The id in the path; what is no id names nothing. */
export function idIn(c: ApiContext, name: string): string {
  const id = z.safeParse(z.uuid(), c.req.param(name));
  if (!id.success) throw notFound(name);
  return id.data.toLowerCase();
}

/** Whom sessions are named and guesses counted by. */
export const clientIn = (c: ApiContext) => ({ address: c.get('address'), userAgent: c.req.header('user-agent') ?? '' });
