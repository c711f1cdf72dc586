import type { Instant } from '@/lib/core/ids';
import type { IncidentEvent } from '@/lib/core/incident/events';
import type { IncidentState } from '@/lib/core/incident/state';

/** What a hook may be told of, each a choice of whoever sets it up. */
export const HOOK_EVENTS = [
  'declared',
  'severity',
  'status',
  'resolved',
  'command',
  'cause',
  'update-stakeholders',
  'update-public',
  'question',
  'promise',
] as const;
export type HookEvent = (typeof HOOK_EVENTS)[number];

export const HOOK_EVENT_TITLES: Record<HookEvent, string> = {
  declared: 'An incident is declared',
  severity: 'Its severity changes',
  status: 'Its status changes',
  resolved: 'It is resolved',
  command: 'Somebody takes command',
  cause: 'The root cause is declared',
  'update-stakeholders': 'An update for stakeholders is posted',
  'update-public': 'A public update is posted',
  question: 'Somebody asks a question',
  promise: 'A promised update is overdue',
};

/** One message for a hook, before it takes the shape of a program or a chat. Everything in it is plain text. */
export type HookNews = {
  /** The same over all attempts and all hooks. */
  key: string;
  /** The choices that let a hook have it. */
  events: readonly HookEvent[];
  /** As programs know it: `incident.declared`. */
  type: string;
  at: Instant;
  incident: { key: string; title: string; severity: string; status: string } | null;
  /** What happened, in a few words. */
  headline: string;
  /** What was said about it, as written by a person; may have several lines. */
  text: string | null;
  by: string | null;
};

type Said = Pick<HookNews, 'events' | 'headline' | 'text'>;

function said(state: IncidentState, event: IncidentEvent): Said | null {
  switch (event.type) {
    case 'incident.declared':
      return { events: ['declared'], headline: 'declared', text: event.data.summary };
    case 'incident.severityChanged': {
      const { from, to, because } = event.data;
      return { events: ['severity'], headline: `severity ${from} → ${to}`, text: because };
    }
    case 'incident.statusChanged': {
      const { from, to, because } = event.data;
      const events: HookEvent[] = to === 'resolved' ? ['status', 'resolved'] : ['status'];
      return { events, headline: to === 'resolved' ? 'resolved' : `${from} → ${to}`, text: because };
    }
    case 'command.taken':
    case 'command.accepted':
      return { events: ['command'], headline: `${event.data.name} commands`, text: null };
    case 'cause.declared': {
      const cause = state.hypotheses[event.data.hypothesisId];
      return { events: ['cause'], headline: `root cause ${cause?.ref ?? ''}`.trim(), text: cause?.statement ?? null };
    }
    case 'update.posted': {
      const { audience, ref, text } = event.data;
      if (audience === 'team' || event.redacted) return null;
      const events: HookEvent[] = [audience === 'public' ? 'update-public' : 'update-stakeholders'];
      return { events, headline: `update ${ref} for ${audience === 'public' ? 'the public' : 'stakeholders'}`, text };
    }
    case 'question.asked':
      return { events: ['question'], headline: `question ${event.data.ref}`, text: event.data.text };
    default:
      return null;
  }
}

const incidentOf = ({ key, title, severity, status }: IncidentState) => ({ key, title, severity, status });

// Nothing of practice or of a private incident is told to a hook.
const isHidden = (state: IncidentState) => state.isPractice || state.isPrivate;

/** Whether hooks may have to be told of this event: asked within its transaction. */
export const mayBeNews = (state: IncidentState, event: IncidentEvent): boolean => !isHidden(state) && said(state, event) !== null;

/** What hooks are told of an event, `state` being the incident after it; null for nothing. */
export function newsOf(state: IncidentState, event: IncidentEvent): HookNews | null {
  const news = isHidden(state) ? null : said(state, event);
  if (!news) return null;
  return { ...news, key: event.id, type: event.type, at: event.recordedAt, by: event.actor.name, incident: incidentOf(state) };
}

/** What hooks are told of a promise that is overdue; null where there is none to tell of. */
export function newsOfPromise(state: IncidentState): HookNews | null {
  const at = state.nextUpdateAt;
  if (isHidden(state) || at === null) return null;
  const known = { events: ['promise'], type: 'promise.overdue', incident: incidentOf(state), by: null } as const;
  return { ...known, key: `promise:${state.id}:${at}`, at, headline: 'the promised update is overdue', text: null };
}

/** What the test button sends. */
export const newsOfTest = (key: string, at: Instant, by: string): HookNews => ({
  ...{ key, at, by, events: [], type: 'hook.tested', incident: null },
  ...{ headline: 'A test message', text: 'If you read this, messages from Warroom arrive here.' },
});
