import { uuidv7 } from 'uuidv7';
import { Email } from '@/lib/contracts/people';
import type { User } from '@/lib/db/generated/client';
import { ServiceError } from '../errors';
import { accountOf } from './account';
import { audited, type Audit } from './audited';
import { lockAddress } from './may';
import type { PeopleParts, Tx } from './people-deps';
import { revokeAccess } from './revoke-access';
import { disabled, type SignedIn } from './sign-in';
import { startSession, type Client } from './start-session';

/** What the identity provider says. `emailVerified` only where it says so itself. */
export type OidcIdentity = { issuer: string; subject: string; email: string | null; emailVerified: boolean; name: string | null };

const uninvited = () =>
  new ServiceError('not_found', 'Nobody with this address was invited to Warroom. Ask an administrator for an invitation.');

type Found = { user: User; audit: Audit[] };

/**
 * Ties a known person to the provider. The address may have been claimed by somebody who never proved it, so everything
 * that could open the account until now is taken away: the password, the sessions, the tokens.
 */
async function link(tx: Tx, person: User, oidcSubject: string, now: Date): Promise<Found> {
  await revokeAccess(tx, person.id, now, { tokens: true });
  const user = await tx.user.update({ where: { id: person.id }, data: { oidcSubject, passwordHash: null } });
  return { user, audit: [{ actorId: user.id, action: 'oidc.linked', subject: user.id }] };
}

async function admit(tx: Tx, identity: { email: string; name: string | null; oidcSubject: string }, now: Date): Promise<Found> {
  const { email, name, oidcSubject } = identity;
  const open = { email, usedAt: null, revokedAt: null, expiresAt: { gt: now } };
  const invitation = await tx.invitation.findFirst({ where: open, orderBy: { createdAt: 'desc' } });
  if (!invitation) throw uninvited();
  const id = uuidv7();
  const used = await tx.invitation.updateMany({ where: { ...open, id: invitation.id }, data: { usedAt: now, usedBy: id } });
  if (used.count === 0) throw uninvited();
  const data = { id, email, name: name ?? email, role: invitation.role, oidcSubject, createdAt: now };
  const user = await tx.user.create({ data });
  const detail = { role: invitation.role, with: 'oidc' };
  return { user, audit: [{ actorId: id, action: 'invitation.accepted', subject: invitation.id, detail }] };
}

/**
 * Starts a session for whom the identity provider vouches. The subject decides; an address counts only where the provider
 * verified it, and then only for a known person without a subject or for an open invitation bound to it.
 * Throws `not_found` for everybody else and `forbidden` for a disabled account.
 */
export const signInWithOidc =
  (parts: PeopleParts) =>
  (identity: OidcIdentity & Client): Promise<SignedIn> =>
    audited(parts, async (tx, now) => {
      const oidcSubject = `${identity.issuer}#${identity.subject}`;
      const parsed = Email.safeParse(identity.email);
      const email = identity.emailVerified && parsed.success ? parsed.data : null;
      // One person signing in twice at once is linked, or let in, once.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${oidcSubject}))`;
      const { user, audit } = await find();
      if (user.disabledAt) throw disabled();
      const sessionId = await startSession(tx, user.id, identity, now);
      const detail = { with: 'oidc', address: identity.address };
      return {
        answer: { sessionId, user: accountOf(user) },
        audit: [...audit, { actorId: user.id, action: 'sign-in.done', subject: sessionId, detail }],
        touched: audit.length > 0 ? [user.id] : [],
      };

      async function find(): Promise<Found> {
        const known = await tx.user.findUnique({ where: { oidcSubject } });
        if (known) return { user: known, audit: [] };
        if (!email) throw uninvited();
        await lockAddress(tx, email);
        const person = await tx.user.findUnique({ where: { email } });
        if (!person) return admit(tx, { email, name: identity.name, oidcSubject }, now);
        if (person.oidcSubject !== null || person.disabledAt) throw uninvited();
        return link(tx, person, oidcSubject, now);
      }
    });
