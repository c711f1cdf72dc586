import type { GlobalRole } from '@/lib/core/incident/state';

export const ROLE_WORD: Record<GlobalRole, string> = { viewer: 'Viewer', responder: 'Responder', admin: 'Administrator' };

export const ROLE_MEANING: Record<GlobalRole, string> = {
  viewer: 'Sees every incident that is not private, and changes nothing.',
  responder: 'Declares incidents and works on them.',
  admin: 'Sees everything and also manages people.',
};
