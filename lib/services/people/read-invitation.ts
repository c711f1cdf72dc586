import type { OpenInvitation } from '@/lib/contracts/people';
import { hashOfSecret } from './opaque-secret';
import type { PeopleParts } from './people-deps';

/** What an invitation link offers, or null where it is unknown, used, taken back or too old. */
export const readInvitation =
  (parts: PeopleParts) =>
  async (token: string): Promise<OpenInvitation | null> => {
    const row = await parts.prisma.invitation.findUnique({ where: { hash: hashOfSecret(token) } });
    if (!row || row.usedAt || row.revokedAt || row.expiresAt <= parts.clock()) return null;
    const inviter = await parts.prisma.user.findUnique({ where: { id: row.invitedBy }, select: { name: true } });
    return {
      role: row.role as OpenInvitation['role'],
      email: row.email,
      invitedBy: inviter?.name ?? 'somebody',
      expiresAt: row.expiresAt.toISOString(),
    };
  };
