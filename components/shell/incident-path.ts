import type { GlobalRole } from '@/lib/core/incident/state';

/** Where somebody goes who opens an incident: who reads along to the brief, who works to the room. */
export const incidentPath = (key: string, role: GlobalRole): string =>
  role === 'viewer' ? `/incidents/${key}/brief` : `/incidents/${key}`;
