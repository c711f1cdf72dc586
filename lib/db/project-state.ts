import type { IncidentEvent } from '@/lib/core/incident/events';
import { entryOf } from '@/lib/core/incident/ledger';
import { bearingKey, type IncidentState } from '@/lib/core/incident/state';
import { publicIncidentRow, questionRow, updateRows } from './project-updates';
import type { Projection, Row, Touched } from './projections';

export type ProjectedRows = Partial<Record<Projection, Row[]>>;

function hypothesisRow(state: IncidentState, id: string): Row | null {
  const one = state.hypotheses[id as keyof typeof state.hypotheses];
  if (!one) return null;
  const { ref, statement, because, prediction, refutation, pattern, component, verdict } = one;
  const said = { ref, statement, because, prediction, refutation, pattern, component, verdict, state: one.state };
  return { id, incident_id: state.id, ...said, parent_id: one.parentId, owner_id: one.ownerId, test_by: one.testBy };
}

function evidenceRow(state: IncidentState, id: string): Row | null {
  const one = state.evidence[id as keyof typeof state.evidence];
  if (!one) return null;
  const { ref, kind, title, source, sha256 } = one;
  const body = { content_type: one.contentType, size_bytes: one.sizeBytes, line_count: one.lineCount, sha256 };
  return { id, incident_id: state.id, ref, kind, title, source, ...body, is_redacted: one.redacted !== null };
}

function bearingRow(state: IncidentState, key: string): Row | null {
  const one = state.bearings[key];
  if (!one) return null;
  const { evidenceId, hypothesisId, value, note } = one;
  return { incident_id: state.id, evidence_id: evidenceId, hypothesis_id: hypothesisId, value, note, by_id: one.by.userId };
}

function taskRow(state: IncidentState, id: string): Row | null {
  const one = state.tasks[id as keyof typeof state.tasks];
  if (!one) return null;
  const { ref, text, kind, outcome } = one;
  const said = { ref, text, kind, outcome, state: one.state, owner_id: one.ownerId, due_at: one.dueAt };
  return { id, incident_id: state.id, ...said, hypothesis_id: one.hypothesisId };
}

function entryRow(state: IncidentState, seq: number): Row | null {
  const one = entryOf(state.entries, seq);
  if (!one) return null;
  const { text, at, pinned } = one;
  return { incident_id: state.id, seq, text, at, pinned, revisions: one.revisions.length, is_redacted: one.redacted !== null };
}

/** The rows that an event touches, besides the incident's own. */
function rowsFor(state: IncidentState, event: IncidentEvent): Touched[] {
  const { type, seq, data } = event;
  if (type === 'log.written') return [['log_entry', String(seq), entryRow(state, seq)]];
  if (type === 'incident.restricted' || type === 'postmortem.published') return publicIncidentRow(state);
  if ('entrySeq' in data) return [['log_entry', String(data.entrySeq), entryRow(state, data.entrySeq)]];
  if (type === 'evidence.weighed') {
    const key = bearingKey(data.evidenceId, data.hypothesisId);
    return [['bearing', key, bearingRow(state, key)]];
  }
  if (type.startsWith('hypothesis.') && 'hypothesisId' in data && data.hypothesisId) {
    return [['hypothesis', data.hypothesisId, hypothesisRow(state, data.hypothesisId)]];
  }
  if (type.startsWith('evidence.') && 'evidenceId' in data && data.evidenceId) {
    return [['evidence', data.evidenceId, evidenceRow(state, data.evidenceId)]];
  }
  if ('taskId' in data) return [['task', data.taskId, taskRow(state, data.taskId)]];
  if ('updateId' in data) return updateRows(state, data.updateId);
  if ('questionId' in data) return [['question', data.questionId, questionRow(state, data.questionId)]];
  return [];
}

/** The rows that these events touched, as they stand in `state`, each once. */
export function projectedRows(state: IncidentState, events: readonly IncidentEvent[]): ProjectedRows {
  const found = new Map<Projection, Map<string, Row>>();
  for (const event of events) {
    for (const [table, key, row] of rowsFor(state, event)) {
      const rows = found.get(table) ?? new Map<string, Row>();
      if (row) found.set(table, rows.set(key, row));
    }
  }
  return Object.fromEntries([...found].map(([table, rows]) => [table, [...rows.values()]]));
}

/** Everybody who may see the incident while it is private. */
export const audienceOf = (state: IncidentState): string[] => [
  ...new Set([...Object.keys(state.access), ...Object.keys(state.roles)]),
];

// Practice rooms (TRY-1) count by themselves, downwards: real numbers have no gaps.
const numberOf = (key: string) => Number(key.slice(4)) * (key.startsWith('TRY-') ? -1 : 1);

/** The incident's own row. */
export function incidentRow(state: IncidentState, headHash: string): Row {
  const { id, key, title, summary, severity, status, services, seq } = state;
  return {
    ...{ id, key, title, summary, severity, status, services, seq },
    number: numberOf(key),
    started_at: state.startedAt,
    declared_at: state.declaredAt,
    resolved_at: state.resolvedAt,
    is_private: state.isPrivate,
    is_practice: state.isPractice,
    commander_id: state.commanderId,
    root_cause_id: state.rootCause?.hypothesisId ?? null,
    next_update_at: state.nextUpdateAt,
    audience: audienceOf(state),
    last_event_at: state.lastEventAt,
    head_hash: headHash,
  };
}

/** Who holds which role, whole: it is short and replaced as one. */
export const roleRows = (state: IncidentState): Row[] =>
  Object.entries(state.roles).flatMap(([userId, roles]) =>
    roles.map((role) => ({ incident_id: state.id, user_id: userId, role })),
  );
