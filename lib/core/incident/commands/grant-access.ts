import * as z from 'zod/mini';
import { UserId } from '@/lib/core/ids';
import { command, ok, refuse, type Decision } from '../command';
import { conflict } from '../conflict';
import { findPerson } from '../owner';
import { mustLead } from '../permissions';
import type { IncidentState } from '../state';

function withdraw(incident: IncidentState, userId: UserId): Decision {
  const name = incident.people[userId] ?? 'This person';
  const held = incident.roles[userId] ?? [];
  if (incident.commanderId === userId) {
    return refuse('rule', `${name} commands this incident. Hand command over first, then withdraw access.`);
  }
  if (!(userId in incident.access) && held.length === 0) {
    return conflict(`${name} has no access of their own to withdraw.`, false, null);
  }
  // A role lets its holder in, so it ends with the access.
  const released = held.map((role) => ({ type: 'role.released' as const, data: { userId, name, role } }));
  return ok(...released, { type: 'incident.accessRevoked', data: { userId, name } });
}

export const grantAccess = command({
  name: 'incident.grant',
  title: 'Give or withdraw access',
  path: '/access',
  input: z.strictObject({
    userId: UserId,
    /** False withdraws it, and every role with it. */
    allowed: z._default(z.boolean(), true),
  }),
  may: mustLead,
  whenClosed: true,
  decide(incident, { userId, allowed }, meta) {
    if (!allowed) return withdraw(incident, userId);
    const found = findPerson(meta, userId);
    if (!found.ok) return found;
    const { name } = found.person;
    if (userId in incident.access) return conflict(`${name} has access already.`, true, null);
    return ok({ type: 'incident.accessGranted', data: { userId, name } });
  },
});
