import type { Instant } from '@/lib/core/ids';
import type { Hypothesis, HypothesisState, IncidentState, Phase, Task } from '@/lib/core/incident/state';
import type { AffectedComponent } from '@/lib/core/status/component-state';
import { PHASE_WORDS } from '@/lib/core/status/status-words';
import { briefly, dayAndClock } from './template-words';

/** What a text for people inside is made from, besides the incident. */
export type InternalFacts = {
  /** The team reads references and names; stakeholders read what it means. */
  audience: 'team' | 'stakeholders';
  phase: Phase | null;
  components: readonly Pick<AffectedComponent, 'name' | 'state'>[];
  nextUpdateAt: Instant | null;
  /** When it is written. */
  at: Instant;
};

const MOST = 4;
const LONGEST = 220;

const numberOf = ({ ref }: { ref: string }) => Number(ref.slice(1));

const lines = (heading: string, said: readonly string[]): string[] => {
  if (said.length === 0) return [];
  const shown = said.slice(0, MOST).map((one) => `- ${one}`);
  const more = said.length > MOST ? [`- and ${said.length - MOST} more`] : [];
  return [[`${heading}:`, ...shown, ...more].join('\n')];
};

function inState(incident: IncidentState, ...states: HypothesisState[]): Hypothesis[] {
  const found = Object.values(incident.hypotheses).filter(({ state }) => states.includes(state));
  return found.toSorted((a, b) => numberOf(a) - numberOf(b));
}

const running = (incident: IncidentState): Task[] =>
  Object.values(incident.tasks)
    .filter(({ state, kind }) => state === 'open' && kind !== 'follow-up')
    .toSorted((a, b) => numberOf(a) - numberOf(b));

function brokenFor({ title, summary, services, startedAt, resolvedAt }: IncidentState, facts: InternalFacts): string {
  const what = briefly(summary ?? title, 600).replace(/\.$/, '');
  const where = services.length > 0 ? ` (${briefly(services.join(', '), 200)})` : '';
  const until = resolvedAt ? `, until ${dayAndClock(resolvedAt, facts.at)}` : '';
  const phase = facts.phase ? `${PHASE_WORDS[facts.phase]}: ` : '';
  return `${phase}${what}${where}, since ${dayAndClock(startedAt, facts.at)}${until}.`;
}

/** A first text for the team or for stakeholders: what is broken, what is known, ruled out and done, and what comes next. */
export function internalTemplate(incident: IncidentState, facts: InternalFacts): string {
  const { audience, components, nextUpdateAt, at } = facts;
  const isTeam = audience === 'team';
  const claim = ({ ref, statement, ownerName }: Hypothesis, owned = false) =>
    `${isTeam ? `${ref} ` : ''}${briefly(statement, LONGEST)}${isTeam && owned && ownerName ? ` (${ownerName})` : ''}`;
  const task = ({ ref, text, ownerName }: Task) =>
    `${isTeam ? `${ref} ` : ''}${briefly(text, LONGEST)}${isTeam && ownerName ? ` (${ownerName})` : ''}`;
  const cause = incident.rootCause?.hypothesisId;
  const known = inState(incident, 'confirmed').map((one) => `${claim(one)}${one.id === cause ? ' (the root cause)' : ''}`);
  const tests = inState(incident, 'testing').map((one) => `Testing: ${claim(one, true)}`);
  return [
    brokenFor(incident, facts),
    ...lines(
      'Affected',
      components.map(({ name, state }) => `${name}: ${state.replaceAll('_', ' ')}`),
    ),
    ...lines('What we know', known),
    ...lines(
      'Ruled out',
      inState(incident, 'rejected').map((one) => claim(one)),
    ),
    ...lines('What we are doing', [...tests, ...running(incident).map(task)]),
    ...(nextUpdateAt ? [`Next update by ${dayAndClock(nextUpdateAt, at)}.`] : []),
  ].join('\n\n');
}
