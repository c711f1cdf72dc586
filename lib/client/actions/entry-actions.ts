import { predicateOf } from '@/lib/core/incident/describe';
import type { IncidentEvent } from '@/lib/core/incident/events';
import type { EvidenceId, HypothesisId, TaskId } from '@/lib/core/ids';
import { entryOf } from '@/lib/core/incident/ledger';
import type { IncidentState } from '@/lib/core/incident/state';
import { offers } from '../offers';
import type { Selection } from '../room-ui';
import type { RoomView } from '../room-view';
import type { ActionOn } from './action';
import type { Acting } from './acting';

export type EntryTarget = { event: IncidentEvent; pending: boolean };

const WORDS_TO_TRY = 'other words';

/** One line of the log as Markdown. */
export function entryMarkdown({ drawn }: Pick<RoomView, 'drawn'>, event: IncidentEvent): string {
  const entry = entryOf(drawn.entries, event.seq);
  const at = (entry?.at ?? event.at).slice(0, 16).replace('T', ' ');
  const text = event.type === 'log.written' ? (entry?.text ?? event.data.text) : predicateOf(drawn, event);
  const [first, ...more] = (entry?.redacted ? '(redacted)' : text).split('\n');
  return [`- ${at} UTC **${event.actor.name}** ${first}`, ...more.map((line) => `  ${line}`)].join('\n');
}

type Subject = { kind: 'evidence'; ref: string } | { kind: 'hypothesis' | 'task'; ref: string; selection: Selection };

/** What an event is about, where that has a place of its own. */
function subjectOf({ evidence, hypotheses, tasks }: IncidentState, { data }: IncidentEvent): Subject | null {
  const about = data as { evidenceId?: EvidenceId | null; hypothesisId?: HypothesisId; taskId?: TaskId };
  const attached = about.evidenceId ? evidence[about.evidenceId] : undefined;
  if (attached) return { kind: 'evidence', ref: attached.ref };
  const task = about.taskId ? tasks[about.taskId] : undefined;
  if (task) return { kind: 'task', ref: task.ref, selection: { kind: 'task', id: task.id } };
  const hypothesis = about.hypothesisId ? hypotheses[about.hypothesisId] : undefined;
  return hypothesis ? { kind: 'hypothesis', ref: hypothesis.ref, selection: { kind: 'hypothesis', id: hypothesis.id } } : null;
}

/** What can be done with one line of the log. */
export function entryActions({ view, ui, ask, copy, go, reveal, origin }: Acting): ActionOn<EntryTarget>[] {
  const isPinned = (seq: number) => entryOf(view().drawn.entries, seq)?.pinned ?? false;
  const saved = ({ pending }: EntryTarget) => !pending;
  const link = (seq: number) => `${origin()}/incidents/${view().drawn.key}#e${seq}`;
  return [
    {
      name: 'entry.open',
      title: 'Open what it is about',
      group: 'Log',
      shortcut: 'Enter',
      when: ({ event }) => subjectOf(view().drawn, event) !== null,
      run: ({ event }) => {
        const subject = subjectOf(view().drawn, event);
        if (subject?.kind === 'evidence') return go(`/incidents/${view().drawn.key}/evidence/${subject.ref}`);
        if (!subject) return;
        ui().show(subject.kind === 'task' ? 'context' : 'board');
        ui().select(subject.selection);
        reveal(subject.ref);
      },
    },
    {
      name: 'entry.revise',
      title: 'Change words or time',
      group: 'Log',
      words: 'edit revise re-time',
      when: (target) =>
        saved(target) &&
        offers(view(), 'log.revise', {
          entry: target.event.seq,
          text: WORDS_TO_TRY,
        }),
      run: ({ event }) => ui().revise(event.seq),
    },
    {
      name: 'entry.pin',
      title: 'Pin',
      group: 'Log',
      shortcut: 'p',
      when: (target) => saved(target) && !isPinned(target.event.seq) && offers(view(), 'log.pin', { entry: target.event.seq }),
      run: ({ event }) => ask('log.pin', { entry: event.seq }),
    },
    {
      name: 'entry.unpin',
      title: 'Unpin',
      group: 'Log',
      shortcut: 'p',
      when: (target) =>
        isPinned(target.event.seq) &&
        offers(view(), 'log.pin', {
          entry: target.event.seq,
          pinned: false,
        }),
      run: ({ event }) =>
        ask('log.pin', {
          entry: event.seq,
          pinned: false,
        }),
    },
    {
      name: 'entry.copy-markdown',
      title: 'Copy as Markdown',
      group: 'Log',
      when: () => true,
      run: ({ event }) => copy(entryMarkdown(view(), event), 'Line copied as Markdown.'),
    },
    {
      name: 'entry.copy-reference',
      title: 'Copy reference',
      group: 'Log',
      words: 'number',
      when: saved,
      run: ({ event }) => copy(`#${event.seq}`, `#${event.seq} copied.`),
    },
    {
      name: 'entry.copy-link',
      title: 'Copy link',
      group: 'Log',
      words: 'permalink address',
      when: saved,
      run: ({ event }) => copy(link(event.seq), `Link to #${event.seq} copied.`),
    },
    {
      name: 'entry.history',
      title: 'Show history',
      group: 'Log',
      words: 'revisions',
      when: ({ event }) => (entryOf(view().drawn.entries, event.seq)?.revisions.length ?? 0) > 0,
      run: ({ event }) =>
        ui().open({
          name: 'history',
          seq: event.seq,
        }),
    },
    {
      name: 'entry.redact',
      title: 'Redact …',
      group: 'Log',
      words: 'remove delete secret',
      when: (target) =>
        saved(target) &&
        offers(view(), 'log.redact', {
          entry: target.event.seq,
          because: WORDS_TO_TRY,
        }),
      run: ({ event }) =>
        ui().open({
          name: 'redact-entry',
          seq: event.seq,
        }),
    },
  ];
}
