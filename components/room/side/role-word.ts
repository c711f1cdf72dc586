import type { IncidentRole } from '@/lib/core/incident/state';

export const ROLE_WORD: Record<IncidentRole, string> = {
  commander: 'Commander',
  deputy: 'Deputy',
  scribe: 'Scribe',
  comms: 'Comms',
  responder: 'Responder',
  observer: 'Observer',
};
