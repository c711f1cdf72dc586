import type { UserId } from '@/lib/core/ids';
import type { Hypothesis } from '@/lib/core/incident/state';
import type { Acting } from './acting';

/** Gives a hypothesis to somebody: what a card dropped on a person means, and a person dropped on a card. */
export const giveHypothesis = ({ ask }: Acting, { ref, ownerId }: Hypothesis, userId: UserId) =>
  ask('hypothesis.assign', { hypothesis: ref, userId, was: ownerId });
