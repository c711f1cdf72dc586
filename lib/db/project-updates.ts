import type { QuestionId, UpdateId } from '@/lib/core/ids';
import type { IncidentState, Update } from '@/lib/core/incident/state';
import type { Row, Touched } from './projections';

export function questionRow(state: IncidentState, id: QuestionId): Row | null {
  const one = state.questions[id];
  if (!one) return null;
  const { ref, text, askedBy, answer } = one;
  const asked = { asked_at: askedBy.at, asked_by_id: askedBy.userId };
  return { id, incident_id: state.id, ref, text, ...asked, answer: answer?.text ?? null, answered_at: answer?.at ?? null };
}

function updateRow(state: IncidentState, one: Update): Row {
  const { id, ref, audience, phase, text, postedBy } = one;
  const said = { id, incident_id: state.id, ref, audience, phase, text, next_update_at: one.nextUpdateAt };
  const posted = { posted_at: postedBy.at, posted_by_id: postedBy.userId };
  return { ...said, ...posted, corrections: one.corrections.length, is_redacted: one.redacted !== null };
}

/** What the status page may know of the incident itself; none before something was published. */
export function publicIncidentRow(state: IncidentState): Touched[] {
  if (state.publicTitle === null) return [];
  const postmortem = { postmortem_url: state.postmortemUrl, postmortem_at: state.postmortemSetBy?.at ?? null };
  const shown = { title: state.publicTitle, is_hidden: state.isPrivate || state.isPractice };
  return [['public_incident', state.id, { incident_id: state.id, ...shown, ...postmortem }]];
}

function publicRows(state: IncidentState, one: Update): Touched[] {
  const { id, phase, text, components, postedBy, corrections, redacted } = one;
  const said = { id, incident_id: state.id, phase, text, components };
  const row = { ...said, posted_at: postedBy.at, corrected_at: corrections.at(-1)?.at ?? null, is_redacted: redacted !== null };
  return [['public_update', id, row], ...publicIncidentRow(state)];
}

function changeRows(state: IncidentState, one: Update): Touched[] {
  const { id, audience, components, postedBy } = one;
  const told = { source_id: id, incident_id: state.id, at: postedBy.at, kind: 'update', is_public: audience === 'public' };
  return components.map(({ componentId, state: now }) => [
    'component_change',
    `${id}:${componentId}`,
    { ...told, component_id: componentId, state: now },
  ]);
}

/** An update in every table that it shows in. A word to the team changes no component. */
export function updateRows(state: IncidentState, id: UpdateId): Touched[] {
  const one = state.updates[id];
  if (!one) return [];
  return [
    ['incident_update', id, updateRow(state, one)],
    ...(one.audience === 'public' ? publicRows(state, one) : []),
    ...(one.audience === 'team' || state.isPractice ? [] : changeRows(state, one)),
  ];
}
