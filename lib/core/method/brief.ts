import type { Act } from '@/lib/core/incident/act';
import { bearingsOn } from '@/lib/core/incident/find';
import type { Audience, Hypothesis, IncidentState, Phase, Severity, Status, Task, Update } from '@/lib/core/incident/state';
import type { Instant } from '@/lib/core/ids';
import type { ComponentState } from '@/lib/core/status/component-state';
import { publicComponents } from './brief-components';
import { some, type Some } from './brief-some';
import { shortWords } from './short-words';

export type BriefShown = { ref: string; title: string };

/** A hypothesis with its verdict, and the evidence that led to it. */
export type BriefFinding = { ref: string; statement: string; because: string | null; shown: BriefShown[] };
export type BriefTest = { ref: string; statement: string; owner: string | null; until: Instant | null };
export type BriefTask = { ref: string; text: string; owner: string | null; due: Instant | null };
export type BriefUpdate = { ref: string; audience: Audience; phase: Phase | null; text: string; by: string; at: Instant };
export type BriefQuestion = {
  ref: string;
  text: string;
  by: string;
  at: Instant;
  answer: { text: string; by: string; at: Instant } | null;
};

/** An incident for somebody who has thirty seconds. Lists are cut to a few, and say how many more there are. */
export type Brief = {
  key: string;
  title: string;
  severity: Severity;
  status: Status;
  isPrivate: boolean;
  isPractice: boolean;
  summary: string | null;
  services: Some<string>;
  /** What the public reads to be affected, the worst first. */
  components: Some<{ name: string; state: ComponentState }>;
  startedAt: Instant;
  mitigatedAt: Instant | null;
  resolvedAt: Instant | null;
  cause: (BriefFinding & { why: string }) | null;
  confirmed: Some<BriefFinding>;
  ruledOut: Some<BriefFinding>;
  /** How many are neither judged nor in a test. */
  untested: number;
  tests: Some<BriefTest>;
  mitigations: Some<BriefTask>;
  commander: string | null;
  /** Who speaks to people outside. */
  comms: Some<string>;
  next: { at: Instant; audience: Audience | null } | null;
  /** The latest to stakeholders and to the public, the newest first. */
  updates: BriefUpdate[];
  /** Where the public reads what happened. */
  postmortemUrl: string | null;
  open: Some<BriefQuestion>;
  answered: Some<BriefQuestion>;
  lastEventAt: Instant;
  seq: number;
};

const SHOWN_MAX = 2;
const FINDINGS_MAX = 3;
const TESTS_MAX = 3;
const TASKS_MAX = 4;
const QUESTIONS_MAX = 3;
const NAMES_MAX = 6;
const TITLE_MAX = 160;
const WORDS_MAX = 140;
const REASON_MAX = 120;
const SUMMARY_MAX = 280;
/** As much of an update stands in a brief, in UTF-16 units. */
export const BRIEF_UPDATE_MAX = 240;

const short = (words: string) => shortWords(words, WORDS_MAX);
const newestFirst = (a: Act, b: Act) => b.at.localeCompare(a.at);
const numberOf = ({ ref }: { ref: string }) => Number(ref.slice(1));

/** The evidence that a verdict rests on: what was named with it first, then what bears on it most. */
function shownBy(incident: IncidentState, hypothesis: Hypothesis): BriefShown[] {
  const sign = hypothesis.state === 'rejected' ? -1 : 1;
  const named = hypothesis.verdict?.evidenceIds ?? [];
  const weightOf = (id: (typeof named)[number], value: number) => (named.includes(id) ? 10 : 0) + value * sign;
  return bearingsOn(incident, hypothesis)
    .filter(({ value }) => value * sign > 0)
    .toSorted((a, b) => weightOf(b.evidenceId, b.value) - weightOf(a.evidenceId, a.value))
    .flatMap(({ evidenceId }) => incident.evidence[evidenceId] ?? [])
    .slice(0, SHOWN_MAX)
    .map(({ ref, title }) => ({ ref, title: shortWords(title, REASON_MAX) }));
}

function finding(incident: IncidentState, hypothesis: Hypothesis): BriefFinding {
  const { ref, statement, verdict } = hypothesis;
  const because = verdict?.because ? shortWords(verdict.because, REASON_MAX) : null;
  return { ref, statement: short(statement), because, shown: shownBy(incident, hypothesis) };
}

function causeOf(incident: IncidentState): Brief['cause'] {
  const { rootCause, hypotheses } = incident;
  const hypothesis = rootCause && hypotheses[rootCause.hypothesisId];
  return rootCause && hypothesis ? { ...finding(incident, hypothesis), why: shortWords(rootCause.why, REASON_MAX) } : null;
}

const mitigation = ({ ref, text, ownerName, dueAt }: Task): BriefTask => ({
  ...{ ref, text: short(text), owner: ownerName, due: dueAt },
});

const inTest = ({ ref, statement, ownerName, testBy }: Hypothesis): BriefTest => ({
  ...{ ref, statement: short(statement), owner: ownerName, until: testBy },
});

function latestUpdates({ updates }: IncidentState): BriefUpdate[] {
  const latest = (audience: Audience): Update | undefined =>
    Object.values(updates)
      .filter((one) => one.audience === audience && !one.redacted)
      .sort((a, b) => newestFirst(a.postedBy, b.postedBy) || numberOf(b) - numberOf(a))[0];
  return [latest('stakeholders'), latest('public')]
    .filter((one) => one !== undefined)
    .sort((a, b) => newestFirst(a.postedBy, b.postedBy))
    .map(({ ref, audience, phase, text, postedBy: { name, at } }) => ({
      ...{ ref, audience, phase, text: shortWords(text, BRIEF_UPDATE_MAX), by: name, at },
    }));
}

function questionsOf({ questions }: IncidentState): Pick<Brief, 'open' | 'answered'> {
  const all = Object.values(questions).map(({ ref, text, askedBy, answer }): BriefQuestion => ({
    ...{ ref, text: short(text), by: askedBy.name, at: askedBy.at },
    answer: answer && { text: shortWords(answer.text, BRIEF_UPDATE_MAX), by: answer.name, at: answer.at },
  }));
  const open = all.filter(({ answer }) => answer === null).sort((a, b) => numberOf(a) - numberOf(b));
  const answered = all.filter(({ answer }) => answer !== null).sort((a, b) => b.answer!.at.localeCompare(a.answer!.at));
  return { open: some(open, QUESTIONS_MAX), answered: some(answered, QUESTIONS_MAX) };
}

function peopleOf({ commanderId, people, roles }: IncidentState): Pick<Brief, 'commander' | 'comms'> {
  const speaking = (Object.keys(roles) as (keyof typeof roles)[]).filter((userId) => roles[userId]?.includes('comms'));
  const names = speaking.map((userId) => people[userId] ?? 'somebody').sort((a, b) => a.localeCompare(b));
  return { commander: commanderId ? (people[commanderId] ?? 'somebody') : null, comms: some(names, QUESTIONS_MAX) };
}

/** What is known, what was ruled out, what is being done, and when the next word comes: made from the state alone. */
export function makeBrief(incident: IncidentState): Brief {
  const { key, title, severity, status, summary, services, startedAt, mitigatedAt, resolvedAt, nextUpdateAt } = incident;
  const hypotheses = Object.values(incident.hypotheses).sort((a, b) => newestFirst(a.stateSetBy, b.stateSetBy));
  const inState = (state: Hypothesis['state']) => hypotheses.filter((one) => one.state === state);
  const found = (all: Hypothesis[]) =>
    some(
      all.map((one) => finding(incident, one)),
      FINDINGS_MAX,
    );
  const mitigations = Object.values(incident.tasks).filter(({ kind, state }) => kind === 'mitigation' && state === 'open');
  return {
    ...{ key, title: shortWords(title, TITLE_MAX), severity, status },
    ...{ isPrivate: incident.isPrivate, isPractice: incident.isPractice },
    summary: shortWords(summary ?? '', SUMMARY_MAX) || null,
    services: some(services.map(short), NAMES_MAX),
    components: some(publicComponents(incident), NAMES_MAX),
    ...{ startedAt, mitigatedAt, resolvedAt },
    cause: causeOf(incident),
    confirmed: found(inState('confirmed').filter(({ id }) => id !== incident.rootCause?.hypothesisId)),
    ruledOut: found(inState('rejected')),
    untested: inState('open').length,
    tests: some(inState('testing').map(inTest), TESTS_MAX),
    mitigations: some(mitigations.map(mitigation), TASKS_MAX),
    ...peopleOf(incident),
    next: nextUpdateAt === null ? null : { at: nextUpdateAt, audience: incident.promise?.audience ?? null },
    updates: latestUpdates(incident),
    postmortemUrl: incident.postmortemUrl,
    ...questionsOf(incident),
    ...{ lastEventAt: incident.lastEventAt, seq: incident.seq },
  };
}
