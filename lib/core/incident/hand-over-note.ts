import { clock } from './conflict';
import type { Hypothesis, IncidentState, Task } from './state';

const LISTED_MAX = 12;
const WORDS_MAX = 160;

const short = (words: string) => (words.length > WORDS_MAX ? `${words.slice(0, WORDS_MAX - 1).toWellFormed()}…` : words);

function list(heading: string, lines: string[]): string[] {
  if (lines.length === 0) return [];
  const more = lines.length - LISTED_MAX;
  return [`${heading}:`, ...lines.slice(0, LISTED_MAX).map((line) => `- ${line}`), ...(more > 0 ? [`- and ${more} more`] : [])];
}

function inTest({ ref, statement, ownerName, testBy }: Hypothesis): string {
  const until = testBy ? `, until ${clock(testBy)}` : '';
  return `${ref} ${short(statement)} (${ownerName ?? 'nobody'}${until})`;
}

function openTask({ ref, text, ownerName, dueAt }: Task): string {
  const due = dueAt ? `, due ${clock(dueAt)}` : '';
  return `${ref} ${short(text)} (${ownerName ?? 'nobody'}${due})`;
}

/** What the next commander needs in half a minute: how it stands, what leads, what runs, what is promised. */
export function handOverNote(incident: IncidentState): string {
  const hypotheses = Object.values(incident.hypotheses);
  const inState = (state: Hypothesis['state']) => hypotheses.filter((one) => one.state === state);
  const cause = incident.rootCause ? incident.hypotheses[incident.rootCause.hypothesisId] : undefined;
  const named = ({ ref, statement }: Hypothesis) => `${ref} ${short(statement)}`;
  const owned = (one: Hypothesis) => `${named(one)} (${one.ownerName ?? 'nobody has it'})`;
  const tasks = Object.values(incident.tasks).filter((task) => task.state === 'open');
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
    incident.nextUpdateAt ? `Next update promised for ${clock(incident.nextUpdateAt)}.` : 'No next update is promised.',
  ].join('\n');
}
