import type { IncidentEvent } from './events';
import type { Act } from './act';

/** Who did it and when, as the state keeps it. */
export const actOf = (event: IncidentEvent): Act => ({ userId: event.actor.userId, name: event.actor.name, at: event.at });
