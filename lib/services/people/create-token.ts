import { uuidv7 } from 'uuidv7';
import type { Caller } from '@/lib/auth/caller';
import type { CreatedToken, CreateTokenInput } from '@/lib/contracts/people';
import { ServiceError } from '../errors';
import { audited } from './audited';
import { lockActive, mustWrite } from './may';
import { hashOfSecret, opaqueSecret } from './opaque-secret';
import type { PeopleParts, Tx } from './people-deps';
import { tokenSummary } from './list-tokens';

export const TOKEN_PREFIX = 'wr_';
const SHOWN_LENGTH = 8;

type NewToken = { userId: string; name: string; scope: 'read' | 'write'; expiresAt: Date | null; now: Date };

export async function insertToken(tx: Tx, { userId, name, scope, expiresAt, now }: NewToken): Promise<CreatedToken> {
  const token = opaqueSecret(TOKEN_PREFIX);
  const prefix = token.slice(0, SHOWN_LENGTH);
  const data = { id: uuidv7(), userId, name, scope, expiresAt, prefix, hash: hashOfSecret(token), createdAt: now };
  return { ...tokenSummary(await tx.apiToken.create({ data })), token };
}

/** A token does not make one that outlives it. */
async function endOf(tx: Tx, { tokenId }: Caller, wanted: Date | null): Promise<Date | null> {
  if (tokenId === null) return wanted;
  const asking = await tx.apiToken.findUnique({ where: { id: tokenId } });
  const latest = asking?.expiresAt ?? null;
  if (latest === null) return wanted;
  return wanted === null || wanted > latest ? latest : wanted;
}

/**
 * A personal token for programs, `wr_` and 256 bits; the text of it is in this answer and nowhere else. It may do at most
 * what its owner may. Throws `invalid` for an end in the past and `forbidden` for a token that may only read.
 */
export const createToken =
  (parts: PeopleParts) =>
  (caller: Caller, input: CreateTokenInput): Promise<CreatedToken> =>
    audited(parts, async (tx, now) => {
      mustWrite(caller);
      const wanted = input.expiresAt === null ? null : new Date(input.expiresAt);
      if (wanted && wanted <= now) {
        const message = 'This end is in the past. Choose a later one, or none.';
        throw new ServiceError('invalid', message, { issues: [{ path: 'expiresAt', message }] });
      }
      const { userId } = caller.actor;
      await lockActive(tx, userId);
      const { name, scope } = input;
      const answer = await insertToken(tx, { userId, name, scope, expiresAt: await endOf(tx, caller, wanted), now });
      const detail = { name, scope, expiresAt: answer.expiresAt, madeBy: caller.tokenId };
      return { answer, audit: [{ actorId: userId, action: 'token.created', subject: answer.id, detail }] };
    });
