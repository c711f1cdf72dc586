import type { UserId } from '@/lib/core/ids';
import { entriesOf } from './ledger';
import type { Act, IncidentState } from './state';

/** Everybody who holds a role, was let in, owns something, or wrote, proposed, attached, weighed or judged something. */
export function participantsOf(incident: IncidentState): Set<UserId> {
  const here = new Set<string | null>([...Object.keys(incident.roles), ...Object.keys(incident.access)]);
  const add = (...acts: (Act | null)[]) => acts.forEach((act) => act && here.add(act.userId));
  add(incident.declaredBy, incident.severitySetBy, incident.statusSetBy, incident.commanderSetBy, incident.rootCause);
  here.add(incident.handOver?.toId ?? null);
  for (const one of Object.values(incident.hypotheses)) {
    here.add(one.ownerId);
    add(one.proposedBy, one.stateSetBy);
  }
  for (const one of Object.values(incident.evidence)) add(one.attachedBy, one.redacted);
  for (const one of Object.values(incident.bearings)) add(one.by);
  for (const one of Object.values(incident.tasks)) {
    here.add(one.ownerId);
    add(one.addedBy, one.stateSetBy);
  }
  for (const one of entriesOf(incident.entries)) here.add(one.authorId);
  here.delete(null);
  return here as Set<UserId>;
}
