import type { Instant } from '@/lib/core/ids';
import { refuse, type Refusal } from './command';
import type { Act } from './act';

/** What a `conflict` carries: how it stands now, and who set it when (null where that is not kept). */
export type Present<T> = { value: T; by: Act | null };

/** An instant as people read it in a sentence, `16:05 UTC`. */
export const clock = (at: Instant): string => `${at.slice(11, 16)} UTC`;

/** ` by Ana at 16:05 UTC`, or nothing. */
export const byWhom = (act: Act | null): string => (act ? ` by ${act.name} at ${clock(act.at)}` : '');

/** Somebody was faster, or it stands so already: nothing is written that changes nothing. */
export const conflict = <T>(message: string, value: T, by: Act | null): Refusal => {
  const present: Present<T> = { value, by };
  return refuse('conflict', message, present);
};
