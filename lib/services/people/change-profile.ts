import type { Caller } from '@/lib/auth/caller';
import type { ChangeProfileInput, Profile } from '@/lib/contracts/people';
import { preferencesOf, profileOf } from './account';
import { audited } from './audited';
import { mustWrite } from './may';
import type { PeopleParts } from './people-deps';

/** Changes one's own name, time zone or preferences, field by field. */
export const changeProfile =
  (parts: PeopleParts) =>
  (caller: Caller, { preferences, ...fields }: ChangeProfileInput): Promise<Profile> =>
    audited(parts, async (tx) => {
      mustWrite(caller);
      const id = caller.actor.userId;
      // Two tabs changing different preferences at once keep both.
      await tx.$executeRaw`SELECT 1 FROM "user" WHERE id = ${id}::uuid FOR UPDATE`;
      const before = await tx.user.findUniqueOrThrow({ where: { id } });
      const merged = { ...preferencesOf(before.preferences), ...preferences };
      const after = await tx.user.update({ where: { id }, data: { ...fields, preferences: merged } });
      const changed = [...Object.keys(fields), ...Object.keys(preferences ?? {})];
      if (changed.length === 0) return { answer: profileOf(after), audit: [] };
      return {
        answer: profileOf(after),
        audit: [{ actorId: id, action: 'profile.changed', subject: id, detail: { changed } }],
        touched: fields.name === undefined ? [] : [id],
      };
    });
