import type { EffectRow } from '@/lib/db/append-events';
import type { IncidentEvent } from '@/lib/core/incident/events';
import type { IncidentState } from '@/lib/core/incident/state';
import { mayBeNews } from '@/lib/core/hooks/hook-news';
import { mayConcern } from '@/lib/core/notices/notices-of';

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

function webhooksOf(state: IncidentState, events: readonly IncidentEvent[]): EffectRow[] {
  if (state.isPractice || state.isPrivate) return [];
  return events
    .filter(isAnnounced)
    .map((event) => ({ incident_id: state.id, kind: 'webhook', payload: payloadOf(state, event) }));
}

/** What the writer of the status page gets to know: the public update that was posted or changed, or null where it is something else of the incident. */
export type StatusPayload = { eventId: string; type: IncidentEvent['type']; updateId: string | null };

function statusOf(state: IncidentState, event: IncidentEvent): EffectRow[] {
  const effect = (updateId: string | null): EffectRow[] => {
    const payload: StatusPayload = { eventId: event.id, type: event.type, updateId };
    return [{ incident_id: state.id, kind: 'status', payload }];
  };
  if (event.type === 'incident.restricted' || event.type === 'postmortem.published')
    return state.publicTitle === null ? [] : effect(null);
  if (!('updateId' in event.data)) return [];
  const { updateId } = event.data;
  return state.updates[updateId]?.audience === 'public' ? effect(updateId) : [];
}

/** Of whom the subscribers of the status page are to be told, once: a public update. */
export type AnnouncePayload = { updateId: string };

function announcementsOf(state: IncidentState, event: IncidentEvent): EffectRow[] {
  if (event.type !== 'update.posted' || event.data.audience !== 'public') return [];
  const payload: AnnouncePayload = { updateId: event.data.updateId };
  return [{ incident_id: state.id, kind: 'announce', payload }];
}

/** Of which event people and hooks of the team are to be told; what is told to whom is looked up then. */
export type NotifyPayload = { incidentId: string; seq: number };

// What just became hidden is to be taken back where it still waits to be told.
const HIDING: ReadonlySet<IncidentEvent['type']> = new Set(['incident.restricted', 'incident.accessRevoked', 'role.released']);

function notifyOf(state: IncidentState, event: IncidentEvent): EffectRow[] {
  const hides = state.isPrivate && HIDING.has(event.type);
  if (!hides && !mayConcern(state, event) && !mayBeNews(state, event)) return [];
  const payload: NotifyPayload = { incidentId: state.id, seq: event.seq };
  return [{ incident_id: state.id, kind: 'notify', payload }];
}

/**
 * What is to be done outside about these events, as rows written in their transaction. [W6] `state` is the incident after
 * them. `webhook`: told to the configured receiver, nothing of practice or of a private incident. `status`: the public
 * page says something else now. `announce`: its subscribers are to be told. `notify`: people and hooks of the team.
 */
export const effectsOf = (state: IncidentState, events: readonly IncidentEvent[], hasWebhook: boolean): EffectRow[] => [
  ...(hasWebhook ? webhooksOf(state, events) : []),
  ...events.flatMap((event) => [...statusOf(state, event), ...announcementsOf(state, event), ...notifyOf(state, event)]),
];
