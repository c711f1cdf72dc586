import type { Hypothesis } from '@/lib/core/incident/state';
import { wouldSay } from '../offers';
import type { Acting } from './acting';

/** Confirms or rejects at once where the rules agree; where they ask for a reason, the form for it opens on the card. */
export function judge({ view, ui, ask }: Acting, verdict: 'confirm' | 'reject', { id, ref, state }: Hypothesis) {
  const name = `hypothesis.${verdict}` as const;
  const input = { hypothesis: ref, was: state };
  if (wouldSay(view(), name, input).ok) ask(name, input);
  else ui().openCard(id, verdict);
}
