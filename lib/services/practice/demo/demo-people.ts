import type { GlobalRole } from '@/lib/core/incident/state';
import type { Cast } from './story';

export type DemoPerson = { name: string; email: string; role: GlobalRole };

/** The accounts of the demo; none of them is a person of a recording. */
export const demoPeople: Record<keyof Cast, DemoPerson> = {
  sofia: { name: 'Sofia Marín', email: 'sofia@demo.example', role: 'admin' },
  idris: { name: 'Idris Bello', email: 'idris@demo.example', role: 'responder' },
  hanna: { name: 'Hanna Virtanen', email: 'hanna@demo.example', role: 'responder' },
  kenji: { name: 'Kenji Mori', email: 'kenji@demo.example', role: 'responder' },
  claire: { name: 'Claire Dubois', email: 'claire@demo.example', role: 'viewer' },
};
