import type { Instant } from '@/lib/core/ids';
import { canSee } from '@/lib/core/incident/permissions';
import type { IncidentState } from '@/lib/core/incident/state';
import type { Notice } from './notice';
import { speakersOf, type Reachable } from './notices-of';

/** Whether the promise of the next update is broken by now: it is past, and the incident goes on. */
export const isOverdue = (state: IncidentState, now: Instant): boolean =>
  !state.isPractice && state.status !== 'closed' && state.nextUpdateAt !== null && state.nextUpdateAt <= now;

/** Who should know at this time that a promise is overdue or a time-box over, of `people`; each promise has one key. */
export function timedNotices(state: IncidentState, now: Instant, people: readonly Reachable[]): Notice[] {
  if (state.isPractice || state.status === 'closed') return [];
  const reachable = new Map<string, Reachable>(people.map((one) => [one.userId, one]));
  const none = { incidentId: state.id, seq: null, by: null, ref: null, what: null };
  const notices: Notice[] = [];
  const tell = (userId: string | null, said: Pick<Notice, 'kind' | 'at' | 'ref'>, key: string) => {
    const person = userId === null ? undefined : reachable.get(userId);
    if (!person || !canSee(state, person)) return;
    notices.push({ ...none, ...said, userId: person.userId, dedupKey: `${said.kind}:${key}:${said.at}:${person.userId}` });
  };
  if (isOverdue(state, now) && state.nextUpdateAt) {
    const at = state.nextUpdateAt;
    for (const userId of speakersOf(state)) tell(userId, { kind: 'promise', at, ref: null }, state.id);
  }
  for (const { id, ref, state: stage, ownerId, testBy } of Object.values(state.hypotheses)) {
    if (stage === 'testing' && testBy !== null && testBy <= now) tell(ownerId, { kind: 'time-box', at: testBy, ref }, id);
  }
  return notices;
}
