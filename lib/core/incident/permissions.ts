import type { UserId } from '@/lib/core/ids';
import type { Actor } from './events';
import type { IncidentState } from './state';

/** Whether this person may know that the incident exists. */
export function canSee(incident: IncidentState, actor: Pick<Actor, 'userId' | 'role'>): boolean {
  return !incident.isPrivate || actor.role === 'admin' || actor.userId in incident.access || actor.userId in incident.roles;
}

/** Whether this person only observes. */
export const isObserver = (incident: IncidentState, userId: UserId): boolean => {
  const held = incident.roles[userId];
  return held?.length === 1 && held[0] === 'observer';
};

export const isLeading = (incident: IncidentState, actor: Actor): boolean =>
  incident.commanderId === actor.userId || (incident.roles[actor.userId]?.includes('deputy') ?? false);

/** For what even an observer may do: give back the role. */
export function mustNotView(_incident: IncidentState, actor: Actor): string | null {
  if (actor.role !== 'viewer') return null;
  return 'You are here as a viewer: you see everything and change nothing. Ask an administrator for the responder role.';
}

/** For what every responder in the room may do: log, propose, attach, weigh, claim. */
export function mustBeInRoom(incident: IncidentState, actor: Actor): string | null {
  const viewing = mustNotView(incident, actor);
  if (viewing) return viewing;
  if (isObserver(incident, actor.userId)) return 'You observe this incident. Give back the observer role to take part.';
  return null;
}

/** For what is said outside: the commander, the deputy and whoever has the comms role. Without a commander, everybody in the room. */
export function mustSpeak(incident: IncidentState, actor: Actor): string | null {
  const outside = mustBeInRoom(incident, actor);
  if (outside) return outside;
  if (incident.roles[actor.userId]?.includes('comms')) return null;
  return (
    mustLead(incident, actor) && 'Only the commander, the deputy and the comms role speak for this incident. Ask one of them.'
  );
}

/** For what everybody who sees the incident may do, viewers too. */
export const mustOnlySee = (): null => null;

/** For what the commander and the deputy decide. Without a commander, everybody in the room may. */
export function mustLead(incident: IncidentState, actor: Actor): string | null {
  const outside = mustBeInRoom(incident, actor);
  if (outside) return outside;
  if (incident.commanderId === null || isLeading(incident, actor)) return null;
  const name = incident.people[incident.commanderId] ?? 'the commander';
  return `${name} commands this incident. Ask ${name}, or the deputy, to do this.`;
}
