import type { UserId } from '@/lib/core/ids';
import { refuse, type Meta, type Person, type Refusal } from './command';
import { conflict } from './conflict';
import type { Actor } from './events';
import { canSee, isObserver, mustLead } from './permissions';
import type { IncidentState } from './state';

type Found = { ok: true; person: Person } | Refusal;

/** A known, active person. */
export function findPerson(meta: Meta, userId: UserId): Found {
  const { actor } = meta;
  const person = userId === actor.userId ? actor : meta.person(userId);
  if (person) return { ok: true, person: { userId, name: person.name, role: person.role } };
  return refuse('not_found', 'There is no such person, or the account is switched off. Choose somebody else.');
}

/** Who observes takes no work: as much as the incident itself knows about whether somebody can. */
export const refusedObserver = (incident: IncidentState, userId: UserId, name: string): Refusal | null =>
  isObserver(incident, userId) ? refuse('rule', `${name} observes this incident. Release the observer role first.`) : null;

/** A person who can be given work in this incident. */
export function findWorker(incident: IncidentState, meta: Meta, userId: UserId): Found {
  const found = findPerson(meta, userId);
  if (!found.ok) return found;
  const { name, role } = found.person;
  if (role === 'viewer') {
    return refuse('rule', `${name} is a viewer and takes no work. Ask an administrator to make ${name} a responder first.`);
  }
  const observing = refusedObserver(incident, userId, name);
  if (observing) return observing;
  if (!canSee(incident, found.person))
    return refuse('rule', `${name} cannot see this private incident. Give ${name} access first.`);
  return found;
}

export type Owned = { ref: string; ownerId: UserId | null; ownerName: string | null };

/** Whoever leads gives anything to anyone; others claim what nobody owns, and give back what is theirs. */
export function refusedOwner(incident: IncidentState, actor: Actor, owned: Owned, wanted: UserId | null): Refusal | null {
  const isOwn = owned.ownerId === actor.userId;
  const isClaim = wanted === actor.userId;
  if (isOwn && (isClaim || wanted === null)) return null;
  if (isClaim && owned.ownerId === null) return null;
  const refusal = mustLead(incident, actor);
  if (refusal === null) return null;
  return isClaim ? alreadyOwned(owned) : refuse('forbidden', refusal);
}

/** Refuses where the owner is not the one that the person saw. */
export const ownerMoved = (owned: Owned, was: string | null | undefined): Refusal | null =>
  was === undefined || was === owned.ownerId ? null : alreadyOwned(owned);

function alreadyOwned({ ref, ownerId, ownerName }: Owned): Refusal {
  if (ownerId === null) return conflict(`Nobody has ${ref} any more. Look again, then decide.`, null, null);
  const present = { userId: ownerId, name: ownerName };
  return conflict(`${ownerName} has ${ref} already. Ask ${ownerName}, or the commander.`, present, null);
}
