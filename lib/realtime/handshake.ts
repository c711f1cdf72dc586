import type { Caller } from '@/lib/auth/caller';
import type { Identity, LiveLog } from './live-ports';
import type { LiveSocket } from './member';

type Handshake = {
  callerFrom: (headers: Headers) => Promise<Caller | null>;
  isDraining: () => boolean;
  log: LiveLog;
};

type Refusal = Error & { data: { code: string } };

const refusal = (code: string, message: string): Refusal => Object.assign(new Error(message), { data: { code } });

const bearerOf = (authorization: string | undefined) => /^Bearer (\S{1,512})$/i.exec(authorization ?? '')?.[1] ?? null;

// A token that was given by hand says who is meant; the cookie then does not count.
function credentials({ handshake: { auth, headers } }: LiveSocket): { headers: Headers; token: string | null } {
  const given: unknown = auth.token;
  const token = typeof given === 'string' ? given.slice(0, 512) : bearerOf(headers.authorization);
  if (token !== null) return { headers: new Headers({ authorization: `Bearer ${token}` }), token };
  return { headers: new Headers(headers.cookie === undefined ? {} : { cookie: headers.cookie }), token: null };
}

function identityOf({ sessionId }: Caller, token: string | null): Identity | null {
  if (token !== null) return { kind: 'token', token };
  return sessionId === null ? null : { kind: 'session', sessionId };
}

/** Lets in who is signed in, looked up now. Whatever goes wrong on the way is a no. */
export function createHandshake({ callerFrom, isDraining, log }: Handshake) {
  return async (socket: LiveSocket, next: (error?: Error) => void): Promise<void> => {
    if (isDraining()) return next(refusal('unavailable', 'The server is restarting. It is back in a moment.'));
    try {
      const { headers, token } = credentials(socket);
      const caller = await callerFrom(headers);
      if (!caller) return next(refusal('unauthenticated', 'You are not signed in any more. Sign in again.'));
      const identity = identityOf(caller, token);
      if (!identity) return next(refusal('unauthenticated', 'You are not signed in any more. Sign in again.'));
      socket.data = { caller, identity };
      next();
    } catch (error) {
      log.warn({ err: error }, 'A socket could not be let in.');
      next(refusal('unavailable', 'The server cannot check who you are just now. Try again in a moment.'));
    }
  };
}
