import type { EventType, IncidentEvent } from '@/lib/core/incident/events';

const TOUCHING: ReadonlySet<EventType> = new Set<EventType>([
  'incident.restricted',
  'incident.accessGranted',
  'incident.accessRevoked',
  'role.assigned',
  'role.released',
  'command.taken',
  'command.accepted',
]);

/** Whether this event may change who sees a private incident. */
export const changesAccess = (event: IncidentEvent): boolean => TOUCHING.has(event.type);
