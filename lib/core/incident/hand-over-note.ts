import { shortWords } from '@/lib/core/method/short-words';
import type { UserId } from '@/lib/core/ids';
import { clock } from './conflict';
import { ownedBy } from './owned-by';
import type { Audience, Hypothesis, IncidentState, Question, Task, Update } from './state';

const LISTED_MAX = 12;
const WORDS_MAX = 160;

const short = (words: string) => shortWords(words, WORDS_MAX);

function list(heading: string, lines: string[]): string[] {
  if (lines.length === 0) return [];
  const more = lines.length - LISTED_MAX;
  return [`${heading}:`, ...lines.slice(0, LISTED_MAX).map((line) => `- ${line}`), ...(more > 0 ? [`- and ${more} more`] : [])];
}

const named = ({ ref, statement }: Hypothesis) => `${ref} ${short(statement)}`;
const owned = (one: Hypothesis) => `${named(one)} (${one.ownerName ?? 'nobody has it'})`;
const asked = ({ ref, text, askedBy }: Question) => `${ref} ${short(text)} (${askedBy.name})`;

function inTest({ ref, statement, ownerName, testBy }: Hypothesis): string {
  const until = testBy ? `, until ${clock(testBy)}` : '';
  return `${ref} ${short(statement)} (${ownerName ?? 'nobody'}${until})`;
}

function openTask({ ref, text, ownerName, dueAt }: Task): string {
  const due = dueAt ? `, due ${clock(dueAt)}` : '';
  return `${ref} ${short(text)} (${ownerName ?? 'nobody'}${due})`;
}

const SAID: Record<Audience, string> = { team: 'the team', stakeholders: 'stakeholders', public: 'the public' };

/** The last word to people outside of the team. */
function lastUpdate({ updates }: IncidentState): string[] {
  const last = Object.values(updates)
    .filter(({ audience, redacted }) => audience !== 'team' && !redacted)
    .reduce<Update | null>((latest, one) => (latest && latest.postedBy.at > one.postedBy.at ? latest : one), null);
  return last ? [`Last said to ${SAID[last.audience]} at ${clock(last.postedBy.at)}: ${short(last.text)}`] : [];
}

function promise({ nextUpdateAt, promise: given }: IncidentState): string {
  if (!nextUpdateAt) return 'No next update is promised.';
  return `Next update promised${given ? ` to ${SAID[given.audience]}` : ''} for ${clock(nextUpdateAt)}.`;
}

/** What the next commander needs in half a minute: how it stands, what leads, what runs, what is asked and promised. */
export function handOverNote(incident: IncidentState): string {
  const hypotheses = Object.values(incident.hypotheses);
  const inState = (state: Hypothesis['state']) => hypotheses.filter((one) => one.state === state);
  const cause = incident.rootCause ? incident.hypotheses[incident.rootCause.hypothesisId] : undefined;
  const tasks = Object.values(incident.tasks).filter((task) => task.state === 'open');
  const questions = Object.values(incident.questions).filter(({ answer }) => answer === null);
  return [
    `${incident.severity}, ${incident.status}. Impact since ${clock(incident.startedAt)}.`,
    ...(cause ? [`Root cause: ${named(cause)}.`] : []),
    ...list(
      'Confirmed',
      inState('confirmed')
        .filter((one) => one.id !== cause?.id)
        .map(named),
    ),
    ...list('Being tested', inState('testing').map(inTest)),
    ...list('Open', inState('open').map(owned)),
    ...list('Ruled out', inState('rejected').map(named)),
    ...list('Tasks', tasks.map(openTask)),
    ...list('Questions to answer', questions.map(asked)),
    ...lastUpdate(incident),
    promise(incident),
  ].join('\n');
}

/** What somebody who goes off leaves behind; empty where that is nothing. */
export function goOffNote(incident: IncidentState, userId: UserId): string {
  const { hypotheses, tasks } = ownedBy(incident, userId);
  const testing = hypotheses.filter(({ state }) => state === 'testing');
  const untested = hypotheses.filter(({ state }) => state === 'open');
  const until = ({ testBy }: Hypothesis) => (testBy ? ` (until ${clock(testBy)})` : '');
  const due = ({ dueAt }: Task) => (dueAt ? ` (due ${clock(dueAt)})` : '');
  return [
    ...list(
      'I was testing',
      testing.map((one) => `${named(one)}${until(one)}`),
    ),
    ...list('I had not tested yet', untested.map(named)),
    ...list(
      'My open tasks',
      tasks.map((one) => `${one.ref} ${short(one.text)}${due(one)}`),
    ),
  ].join('\n');
}
