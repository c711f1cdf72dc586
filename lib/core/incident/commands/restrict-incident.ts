import * as z from 'zod/mini';
import { command, ok } from '../command';
import { conflict } from '../conflict';
import { participantsOf } from '../participants';
import { mustLead } from '../permissions';

export const restrictIncident = command({
  name: 'incident.restrict',
  title: 'Make the incident private or public',
  path: '/privacy',
  input: z.strictObject({ isPrivate: z.boolean() }),
  may: mustLead,
  whenClosed: true,
  decide(incident, { isPrivate }, { actor }) {
    if (incident.isPrivate === isPrivate) {
      return conflict(`It is ${isPrivate ? 'private' : 'open to everybody here'} already.`, isPrivate, null);
    }
    if (!isPrivate) return ok({ type: 'incident.restricted', data: { isPrivate, keeps: [] } });
    // Nobody who takes part is cut off silently; whose access was withdrawn stays out.
    const here = participantsOf(incident).add(actor.userId);
    const keeps = [...here]
      .filter((userId) => !(userId in incident.access) && (userId === actor.userId || !(userId in incident.withdrawn)))
      .map((userId) => ({ userId, name: userId === actor.userId ? actor.name : (incident.people[userId] ?? 'Somebody') }))
      .sort((a, b) => (a.userId < b.userId ? -1 : 1));
    return ok({ type: 'incident.restricted', data: { isPrivate, keeps } });
  },
});
