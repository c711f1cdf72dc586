import * as z from 'zod/mini';
import { UserId } from '@/lib/core/ids';
import { command, ok, refuse } from '../command';
import { conflict } from '../conflict';
import { mustLead, mustNotView } from '../permissions';
import { INCIDENT_ROLES } from '../state';

export const releaseRole = command({
  name: 'role.release',
  title: 'Release a role',
  path: '/roles/release',
  input: z.strictObject({
    /** Left out: one's own. */
    userId: z.optional(UserId),
    role: z.enum(INCIDENT_ROLES),
  }),
  may: mustNotView,
  decide(incident, { userId, role }, { actor }) {
    const holder = userId ?? actor.userId;
    const isOwn = holder === actor.userId;
    const name = isOwn ? actor.name : (incident.people[holder] ?? 'This person');
    const held = incident.roles[holder] ?? [];
    const refusal = isOwn ? null : mustLead(incident, actor);
    if (refusal) return refuse('forbidden', refusal);
    if (!held.includes(role)) return conflict(`${name} is not ${role} here. There is nothing to release.`, held, null);
    if (role === 'commander' && !isOwn) {
      return refuse('rule', `${name} commands this incident. Take command with a reason instead.`);
    }
    return ok({ type: 'role.released', data: { userId: holder, name, role } });
  },
});
