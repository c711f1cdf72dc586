import * as z from 'zod/mini';
import { UserId } from '@/lib/core/ids';
import { command, ok, refuse, type Refusal } from '../command';
import { byWhom, conflict } from '../conflict';
import type { Actor, Fact } from '../events';
import { findPerson } from '../owner';
import { mustBeInRoom, mustLead } from '../permissions';
import { INCIDENT_ROLES, type IncidentRole, type IncidentState } from '../state';

const isClaimable = (role: IncidentRole) => role !== 'deputy' && role !== 'commander';

/** Whoever leads gives any role to anyone; others may take for themselves what nobody holds and what does not lead. */
function refusedClaim(incident: IncidentState, actor: Actor, userId: UserId, role: IncidentRole): Refusal | null {
  const refusal = mustLead(incident, actor);
  if (refusal === null) return null;
  if (userId !== actor.userId || !isClaimable(role)) return refuse('forbidden', refusal);
  const holder = Object.entries(incident.roles).find(([, held]) => held.includes(role))?.[0];
  if (!holder || role === 'responder' || role === 'observer') return null;
  const name = incident.people[holder as UserId] ?? 'Somebody';
  return conflict(`${name} is ${role} already. Ask ${name}, or the commander.`, { userId: holder, name }, null);
}

function refusedCommander(incident: IncidentState, name: string): Refusal | null {
  const { commanderId, commanderSetBy } = incident;
  if (commanderId === null) return null;
  const present = incident.people[commanderId] ?? 'Somebody';
  const message = `${present} commands this incident. Hand command over, so that ${name} can accept it.`;
  return conflict(message, { userId: commanderId, name: present }, commanderSetBy);
}

export const assignRole = command({
  name: 'role.assign',
  title: 'Give somebody a role',
  path: '/roles',
  input: z.strictObject({ userId: UserId, role: z.enum(INCIDENT_ROLES) }),
  may: mustBeInRoom,
  decide(incident, { userId, role }, meta) {
    const found = findPerson(meta, userId);
    if (!found.ok) return found;
    const { name, role: globalRole } = found.person;
    const held = incident.roles[userId] ?? [];
    if (held.includes(role)) {
      const by = role === 'commander' ? incident.commanderSetBy : null;
      return conflict(`${name} is ${role} already${byWhom(by)}.`, held, by);
    }
    const unclaimed = refusedClaim(incident, meta.actor, userId, role);
    if (unclaimed) return unclaimed;
    if (globalRole === 'viewer' && role !== 'observer') {
      return refuse('rule', `${name} is a viewer and can only observe. Ask an administrator to make ${name} a responder first.`);
    }
    if (role === 'observer' && held.length > 0) {
      return refuse('rule', `${name} is ${held.join(' and ')}. Release that first: whoever observes does nothing else.`);
    }
    const occupied = role === 'commander' ? refusedCommander(incident, name) : null;
    if (occupied) return occupied;
    const observer = { userId, name, role: 'observer' as const };
    const freed: Fact[] = held.includes('observer') ? [{ type: 'role.released', data: observer }] : [];
    return ok(...freed, { type: 'role.assigned', data: { userId, name, role } });
  },
});
