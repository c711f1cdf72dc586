import type { AuthOptions, User } from 'next-auth';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { SignInInput } from '@/lib/contracts/people';
import { isServiceError } from '@/lib/services/errors';
import type { People } from '@/lib/services/people/people';
import { SESSION_COOKIE_S, sessionCookie } from './session-cookie';
import type { Caller } from './caller';
import type { SignInProblem } from './sign-in-problem';

export type OidcConfig = { issuer: string; clientId: string; clientSecret: string; name: string };

export type AuthParts = {
  people: Pick<People, 'signIn' | 'signInWithOidc' | 'callerOfSession' | 'revokeSession'>;
  secret: string;
  publicUrl: string;
  /** The origins whose pages may ask for a sign-in or a sign-out. */
  allowedOrigins: readonly string[];
  oidc: OidcConfig | null;
  /** Told what next-auth cannot tell the person. */
  onError: (code: string, error: unknown) => void;
};

type Client = { address: string; userAgent: string };
type Claims = { iss: string; sub: string; email?: string; email_verified?: boolean; name?: string };
type SessionUser = User & { sessionId?: string };

function problemOf(error: unknown): SignInProblem {
  if (!isServiceError(error)) throw error;
  if (error.code === 'too_many') return `too_many.${error.retryAfterS ?? 60}`;
  if (error.code === 'unavailable') return 'unavailable';
  if (error.code === 'forbidden') return 'disabled';
  return error.code === 'not_found' ? 'uninvited' : 'CredentialsSignin';
}

const credentials = (people: AuthParts['people'], client: Client): AuthOptions['providers'][number] => ({
  id: 'credentials',
  name: 'Password',
  type: 'credentials',
  credentials: { email: { type: 'email' }, password: { type: 'password' } },
  async authorize(typed) {
    const input = SignInInput.safeParse(typed);
    if (!input.success) return null;
    try {
      const { sessionId, user } = await people.signIn({ ...input.data, ...client });
      return { id: user.id, sessionId } as SessionUser;
    } catch (error) {
      throw new Error(problemOf(error), { cause: error });
    }
  },
});

const oidcProvider = ({ issuer, clientId, clientSecret, name }: OidcConfig): OAuthConfig<Claims> => ({
  id: 'oidc',
  name,
  type: 'oauth',
  wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
  issuer,
  clientId,
  clientSecret,
  authorization: { params: { scope: 'openid email profile' } },
  checks: ['pkce', 'state', 'nonce'],
  idToken: true,
  profile: (claims) => ({ id: claims.sub, email: claims.email ?? null, name: claims.name ?? null }),
});

/**
 * next-auth for one request. A sign-in starts a session row; the cookie holds that row's id and nothing else, and the row
 * is asked each time, so a revoked session is over whatever the cookie says.
 */
export function authOptions({ people, secret, publicUrl, oidc, onError }: AuthParts, client: Client): AuthOptions {
  const secure = publicUrl.startsWith('https:');
  let caller: Caller | null = null;
  return {
    secret,
    useSecureCookies: secure,
    session: { strategy: 'jwt', maxAge: SESSION_COOKIE_S },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    cookies: { sessionToken: sessionCookie(secure) },
    providers: [credentials(people, client), ...(oidc ? [oidcProvider(oidc)] : [])],
    callbacks: {
      async signIn({ user, account, profile }) {
        if (account?.type !== 'oauth') return true;
        const claims = profile as Claims;
        const { iss: issuer, sub: subject, email = null, name = null } = claims;
        const emailVerified = claims.email_verified === true;
        try {
          const identity = { issuer, subject, email, emailVerified, name, ...client };
          (user as SessionUser).sessionId = (await people.signInWithOidc(identity)).sessionId;
          return true;
        } catch (error) {
          return `/sign-in?error=${problemOf(error)}`;
        }
      },
      async jwt({ token, user }) {
        const started = (user as SessionUser | undefined)?.sessionId;
        if (started) return { sid: started };
        // Without a database nobody is signed in, but the cookie stays for when it is back.
        const found = await people.callerOfSession(String(token['sid'])).catch((error: unknown) => {
          onError('SESSION_LOOKUP', error);
          return undefined;
        });
        if (found === null) throw new Error('This session is over.');
        caller = found ?? null;
        return { sid: token['sid'] };
      },
      session({ session }) {
        if (!caller) return {} as typeof session;
        const { userId: id, name, role } = caller.actor;
        return { expires: session.expires, user: { id, name, role } } as typeof session;
      },
    },
    events: {
      async signOut({ token }) {
        const sessionId = String(token['sid']);
        const leaving = await people.callerOfSession(sessionId);
        if (leaving) await people.revokeSession(leaving, sessionId);
      },
    },
    logger: { error: onError, warn: () => undefined, debug: () => undefined },
  };
}
