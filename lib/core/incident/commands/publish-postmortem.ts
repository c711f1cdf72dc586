import * as z from 'zod/mini';
import { OutsideUrl } from '@/lib/core/status/outside-url';
import { command, ok, refuse, type Refusal } from '../command';
import { byWhom, conflict } from '../conflict';
import { mustSpeak } from '../permissions';
import type { IncidentState } from '../state';

function refusedLink({ isPractice, isPrivate, publicPhase }: IncidentState): Refusal | null {
  if (isPractice) return refuse('rule', 'This is a practice room: nothing of it is ever published.');
  if (isPrivate) {
    return refuse('rule', 'This incident is private: nothing of it goes to the public. Open it to everybody here first.');
  }
  if (publicPhase === null) {
    return refuse('rule', 'The public was told nothing of this incident. Post a public update that says it is resolved first.');
  }
  if (publicPhase !== 'resolved') {
    return refuse('rule', `The public still reads “${publicPhase}”. Post a public update that says it is resolved first.`);
  }
  return null;
}

export const publishPostmortem = command({
  name: 'postmortem.publish',
  title: 'Link the postmortem',
  path: '/postmortem',
  input: z.strictObject({
    /** Null takes the link back. */
    url: z.nullable(OutsideUrl),
    /** The link that the person saw. */
    was: z.optional(z.nullable(z.string())),
  }),
  may: mustSpeak,
  whenClosed: true,
  decide(incident, { url, was }) {
    const { postmortemUrl: present, postmortemSetBy: by } = incident;
    if (was !== undefined && was !== present) {
      return conflict(`The link to the postmortem was changed${byWhom(by)} meanwhile. Look again, then decide.`, present, by);
    }
    if (url === present) {
      if (url !== null) return conflict(`That postmortem is linked already${byWhom(by)}.`, present, by);
      return conflict(by ? `The link was taken back already${byWhom(by)}.` : 'No postmortem is linked.', present, by);
    }
    // Taking it back is always right, also of what became private.
    const refused = url === null ? null : refusedLink(incident);
    return refused ?? ok({ type: 'postmortem.published', data: { url } });
  },
});
