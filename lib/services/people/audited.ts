import type { Prisma } from '@/lib/db/generated/client';
import type { PeopleParts, Tx } from './people-deps';

export type AuditAction =
  | 'setup.done'
  | 'sign-in.done'
  | 'sign-in.failed'
  | 'session.revoked'
  | 'sessions.revoked'
  | 'token.created'
  | 'token.revoked'
  | 'invitation.created'
  | 'invitation.revoked'
  | 'invitation.accepted'
  | 'oidc.linked'
  | 'member.role-changed'
  | 'member.disabled'
  | 'member.enabled'
  | 'profile.changed'
  | 'password.changed'
  | 'password.replaced'
  | 'subscriber.removed'
  | 'delivery.sent-again'
  | 'delivery.given-up'
  | 'hook.created'
  | 'hook.changed'
  | 'hook.secret-replaced'
  | 'hook.removed'
  | 'publish-target.created'
  | 'publish-target.changed'
  | 'publish-target.removed';

/** `subject` is the id of what was acted on: a person, a session, a token, an invitation, a hook. */
export type Audit = { actorId: string | null; action: AuditAction; subject: string; detail?: Prisma.InputJsonObject };

/** `audit` is empty only where nothing changed. `touched`: whose access changed. */
export type Audited<T> = { answer: T; audit: Audit[]; touched?: string[] };

/** A transaction that cannot write without saying what it did. */
export async function audited<T>(
  parts: Pick<PeopleParts, 'prisma' | 'clock' | 'accessChanged'>,
  work: (tx: Tx, now: Date) => Promise<Audited<T>>,
): Promise<T> {
  const now = parts.clock();
  const { answer, touched = [] } = await parts.prisma.$transaction(async (tx) => {
    const done = await work(tx, now);
    if (done.audit.length > 0) {
      await tx.auditEntry.createMany({ data: done.audit.map((one) => ({ ...one, at: now, detail: one.detail ?? {} })) });
    }
    return done;
  });
  if (touched.length > 0) parts.accessChanged?.(touched);
  return answer;
}
