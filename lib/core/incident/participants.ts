import type { UserId } from '@/lib/core/ids';
import type { IncidentState } from './state';

/** Everybody who ever did something here, was given a role, access or command, or owns something. */
export function participantsOf({ people, roles, access, hypotheses, tasks }: IncidentState): Set<UserId> {
  const owners = [...Object.values(hypotheses), ...Object.values(tasks)].map((one) => one.ownerId);
  const named = [people, roles, access].flatMap((record) => Object.keys(record) as UserId[]);
  return new Set([...named, ...owners.filter((owner) => owner !== null)]);
}
