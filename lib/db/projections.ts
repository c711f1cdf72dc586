/** The tables that lay the state out for queries, with the columns that make a row one of its kind. */
export const PROJECTIONS = {
  hypothesis: ['id'],
  evidence: ['id'],
  bearing: ['evidence_id', 'hypothesis_id'],
  task: ['id'],
  log_entry: ['incident_id', 'seq'],
  incident_update: ['id'],
  question: ['id'],
  public_incident: ['incident_id'],
  public_update: ['id'],
  component_change: ['source_id', 'component_id'],
} as const;

export type Projection = keyof typeof PROJECTIONS;

export type Row = Record<string, unknown>;
/** A table, what makes the row one of its kind, and the row, null where there is none. */
export type Touched = [Projection, string, Row | null];
