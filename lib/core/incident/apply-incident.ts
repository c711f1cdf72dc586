import type { UserId } from '@/lib/core/ids';
import { actOf } from './act-of';
import type { Appliers } from './appliers';
import type { EventOf, IncidentEvent } from './events';
import { STATUSES, type IncidentRole, type IncidentState } from './state';

export function declared(event: EventOf<'incident.declared'>): IncidentState {
  const { data } = event;
  const by = actOf(event);
  const declarer = event.actor.userId;
  return {
    id: event.incidentId,
    key: data.key,
    title: data.title,
    summary: data.summary,
    severity: data.severity,
    status: 'investigating',
    services: data.services,
    startedAt: data.startedAt,
    detectedAt: data.detectedAt,
    declaredAt: event.at,
    declaredBy: by,
    mitigatedAt: null,
    resolvedAt: null,
    closedAt: null,
    isPrivate: data.isPrivate,
    isPractice: data.isPractice,
    commanderId: null,
    handOver: null,
    roles: {},
    access: declarer ? { [declarer]: true } : {},
    withdrawn: {},
    people: declarer ? { [declarer]: event.actor.name } : {},
    severitySetBy: by,
    statusSetBy: by,
    commanderSetBy: null,
    nextUpdateAt: null,
    promise: null,
    publicTitle: null,
    publicPhase: null,
    postmortemUrl: null,
    postmortemSetBy: null,
    rootCause: null,
    hypotheses: {},
    evidence: {},
    bearings: {},
    tasks: {},
    updates: {},
    questions: {},
    shifts: declarer && event.actor.via === 'web' ? { [declarer]: { since: event.recordedAt, offAt: null } } : {},
    entries: {},
    counters: { H: 0, E: 0, T: 0, U: 0, Q: 0 },
    seq: event.seq,
    lastEventAt: event.recordedAt,
  };
}

const named = (state: IncidentState, userId: UserId, name: string): IncidentState =>
  state.people[userId] === name ? state : { ...state, people: { ...state.people, [userId]: name } };

function letIn(state: IncidentState, userId: UserId, name: string): IncidentState {
  const { [userId]: _back, ...withdrawn } = state.withdrawn;
  return named({ ...state, access: { ...state.access, [userId]: true }, withdrawn }, userId, name);
}

/** A role lets its holder in, and giving it back does not cut them off. */
function withRole(before: IncidentState, userId: UserId, name: string, role: IncidentRole): IncidentState {
  const state = letIn(before, userId, name);
  const held = state.roles[userId] ?? [];
  return held.includes(role) ? state : { ...state, roles: { ...state.roles, [userId]: [...held, role] } };
}

function withoutRole(state: IncidentState, userId: UserId, role: IncidentRole): IncidentState {
  const { [userId]: held = [], ...others } = state.roles;
  const left = held.filter((one) => one !== role);
  return { ...state, roles: left.length > 0 ? { ...others, [userId]: left } : others };
}

function commandedBy(state: IncidentState, userId: UserId | null, name: string, event: IncidentEvent): IncidentState {
  const vacated = state.commanderId ? withoutRole(state, state.commanderId, 'commander') : state;
  const held = userId ? withRole(vacated, userId, name, 'commander') : vacated;
  return { ...held, commanderId: userId, commanderSetBy: actOf(event), handOver: null };
}

const passed = (status: IncidentState['status'], at: IncidentState['status']) => STATUSES.indexOf(status) >= STATUSES.indexOf(at);

export const applyIncident: Appliers<
  | 'incident.described'
  | 'incident.severityChanged'
  | 'incident.statusChanged'
  | 'incident.restricted'
  | 'incident.accessGranted'
  | 'incident.accessRevoked'
  | 'role.assigned'
  | 'role.released'
  | 'command.taken'
  | 'command.handOverOffered'
  | 'command.accepted'
> = {
  'incident.described': (state, { data }) => ({ ...state, ...data }),
  'incident.severityChanged': (state, event) => ({ ...state, severity: event.data.to, severitySetBy: actOf(event) }),
  'incident.statusChanged': (state, event) => {
    const { to } = event.data;
    return {
      ...state,
      status: to,
      statusSetBy: actOf(event),
      mitigatedAt: passed(to, 'monitoring') ? (state.mitigatedAt ?? event.at) : null,
      resolvedAt: passed(to, 'resolved') ? (state.resolvedAt ?? event.at) : null,
      closedAt: to === 'closed' ? event.at : null,
    };
  },
  'incident.restricted': (state, { data }) => ({
    ...data.keeps.reduce((kept, one) => letIn(kept, one.userId, one.name), state),
    isPrivate: data.isPrivate,
  }),
  'incident.accessGranted': (state, { data }) => letIn(state, data.userId, data.name),
  'incident.accessRevoked': (state, { data }) => {
    const { [data.userId]: _gone, ...access } = state.access;
    return { ...state, access, withdrawn: { ...state.withdrawn, [data.userId]: true } };
  },
  'role.assigned': (state, event) => {
    const { userId, name, role } = event.data;
    return role === 'commander' ? commandedBy(state, userId, name, event) : withRole(state, userId, name, role);
  },
  'role.released': (state, event) => {
    const { userId, role } = event.data;
    return role === 'commander' ? commandedBy(state, null, '', event) : withoutRole(state, userId, role);
  },
  'command.taken': (state, event) => commandedBy(state, event.data.userId, event.data.name, event),
  'command.handOverOffered': (state, event) => {
    const { toId, toName, note } = event.data;
    const fromId = state.commanderId ?? event.actor.userId;
    if (!fromId) return state;
    return { ...named(state, toId, toName), handOver: { fromId, toId, toName, note, at: event.at } };
  },
  'command.accepted': (state, event) => commandedBy(state, event.data.userId, event.data.name, event),
};
