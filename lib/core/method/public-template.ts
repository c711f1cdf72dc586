import type { Instant } from '@/lib/core/ids';
import type { Phase } from '@/lib/core/incident/state';
import type { AffectedComponent } from '@/lib/core/status/component-state';
import { dayAndClock, namesIn } from './template-words';

/** All that a text for the public is made from: whatever else is known of the incident stays inside. */
export type PublicFacts = {
  phase: Phase;
  /** Components that the public sees; their states stand below every text. */
  components: readonly Pick<AffectedComponent, 'name'>[];
  startedAt: Instant;
  nextUpdateAt: Instant | null;
  /** When it is written. */
  at: Instant;
};

function saidIn({ phase, components, startedAt, at }: PublicFacts): string {
  const names = namesIn(components.map(({ name }) => name));
  const since = dayAndClock(startedAt, at);
  switch (phase) {
    case 'investigating':
      return names === ''
        ? `We are looking into a problem that began at ${since}.`
        : `We are looking into a problem with ${names} that began at ${since}.`;
    case 'identified':
      return `We have found what is wrong${names === '' ? '' : ` with ${names}`} and are working on it. It began at ${since}.`;
    case 'monitoring':
      return `A fix${names === '' ? '' : ` for ${names}`} is in place. We are watching whether it holds.`;
    case 'resolved':
      return `This is over${names === '' ? '' : ` for ${names}`}. It began at ${since} and ended at ${dayAndClock(at, at)}.`;
  }
}

/** A first text for the public in this phase, to be reworded before it goes out. */
export function publicTemplate(facts: PublicFacts): string {
  const { nextUpdateAt, at } = facts;
  return [saidIn(facts), ...(nextUpdateAt ? [`Next update by ${dayAndClock(nextUpdateAt, at)}.`] : [])].join('\n\n');
}
