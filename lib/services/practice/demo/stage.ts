import type { Caller } from '@/lib/auth/caller';
import type { Services } from '../../services';
import type { Cast } from './story';

/** What the demo is made with: the verbs, who uses them, and a clock that is set to when they do. */
export type Stage = {
  services: Services;
  callers: Record<keyof Cast, Caller>;
  now: Date;
  setClock: (at: Date) => void;
};
