import type { EffectRow } from '@/lib/db/append-events';
import type { IncidentEvent } from '@/lib/core/incident/events';
import type { IncidentState } from '@/lib/core/incident/state';

/** What a receiver of the outgoing webhook gets to read, `id` being that of the event: it knows a repeat by it. */
export type WebhookPayload = {
  id: string;
  type: string;
  timestamp: string;
  data: Record<string, string | null | Record<string, string | null>>;
};

const ANNOUNCED = [
  'incident.declared',
  'incident.severityChanged',
  'incident.statusChanged',
  'command.taken',
  'command.accepted',
  'cause.declared',
] as const;
type Announced = Extract<IncidentEvent, { type: (typeof ANNOUNCED)[number] }>;

const isAnnounced = (event: IncidentEvent): event is Announced => (ANNOUNCED as readonly string[]).includes(event.type);

function saidBy(state: IncidentState, event: Announced): Record<string, string | null> {
  switch (event.type) {
    case 'incident.declared':
      return { severity: event.data.severity, startedAt: event.data.startedAt };
    case 'incident.severityChanged':
    case 'incident.statusChanged':
      return { from: event.data.from, to: event.data.to, because: event.data.because };
    case 'command.taken':
    case 'command.accepted':
      return { commander: event.data.name };
    case 'cause.declared': {
      const cause = state.hypotheses[event.data.hypothesisId];
      return { hypothesis: cause?.ref ?? null, statement: cause?.statement ?? null };
    }
  }
}

function payloadOf(state: IncidentState, event: Announced): WebhookPayload {
  const { key, title, severity, status } = state;
  const incident = { id: state.id, key, title, severity, status };
  const data = { incident, by: event.actor.name, at: event.at, ...saidBy(state, event) };
  return { id: event.id, type: event.type, timestamp: event.recordedAt, data };
}

/**
 * What is to be told outside about these events: one row each of kind `webhook`, written in their transaction. [W6]
 * `state` is the incident after them. Practice is not announced; nor is anything of a private incident.
 */
export function effectsOf(state: IncidentState, events: readonly IncidentEvent[]): EffectRow[] {
  if (state.isPractice || state.isPrivate) return [];
  return events
    .filter(isAnnounced)
    .map((event) => ({ incident_id: state.id, kind: 'webhook', payload: payloadOf(state, event) }));
}
