import type { UserId } from '@/lib/core/ids';
import type { IncidentState } from '@/lib/core/incident/state';

/** Who sees to it that a promised update comes: whoever has the comms role, else the commander, else nobody in particular. */
export function promiseKeepers({ roles, commanderId }: Pick<IncidentState, 'roles' | 'commanderId'>): UserId[] {
  const comms = (Object.keys(roles) as UserId[]).filter((userId) => roles[userId]?.includes('comms'));
  if (comms.length > 0) return comms;
  return commanderId === null ? [] : [commanderId];
}
