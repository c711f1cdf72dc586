import { toggleZone } from '@/components/ui/time/zone';
import { SEVERITIES, STATUSES } from '@/lib/core/incident/state';
import { leads, offers, outside } from '../offers';
import type { Action } from './action';
import type { Acting } from './acting';
import { announcing, setAnnouncing } from './announcing';
import { updateActions } from './update-actions';
import { briefActions } from './brief-actions';
import { toggleImpactTimes } from './impact-times';
import { overlays } from './overlays';
import { setStatus } from './set-status';
import { setSingleKeys, singleKeys } from './single-keys';

/** What can be done in a room as a whole. Made once for the life of the room. */
export function roomActions(acting: Acting): Action[] {
  return [
    ...workActions(acting),
    ...updateActions(acting),
    ...commandActions(acting),
    ...stateActions(acting),
    ...goActions(acting),
    ...briefActions(acting),
    ...viewActions(acting),
  ];
}

function workActions({ view, ui }: Acting): Action[] {
  const canWork = () => outside(view()) === null;
  const isRunning = () => canWork() && view().drawn.status !== 'closed';
  return [
    {
      name: 'log.note',
      title: 'Write into the log',
      group: 'Log',
      shortcut: 'n',
      words: 'note entry say',
      when: canWork,
      run: () => ui().write(),
    },
    {
      name: 'log.slash',
      title: 'Write a slash command',
      group: 'Log',
      shortcut: '/',
      when: canWork,
      run: () => ui().write('/'),
    },
    {
      name: 'hypothesis.propose',
      title: 'Propose a hypothesis',
      group: 'Hypotheses',
      shortcut: 'h',
      words: 'new theory',
      when: isRunning,
      run: () =>
        ui().open({
          name: 'propose',
          parentId: null,
        }),
    },
    {
      name: 'evidence.attach',
      title: 'Attach evidence',
      group: 'Evidence',
      shortcut: 'e',
      words: 'output upload file',
      when: isRunning,
      run: () =>
        ui().open({
          name: 'evidence',
          hypothesisId: null,
          offered: null,
        }),
    },
    {
      name: 'task.add',
      title: 'Add a task',
      group: 'Tasks',
      words: 'mitigation follow-up to do',
      when: () =>
        offers(view(), 'task.add', {
          text: 'something',
          kind: 'follow-up',
        }),
      run: () =>
        ui().open({
          name: 'task',
          hypothesisId: null,
        }),
    },
    {
      name: 'log.import',
      title: 'Bring a written log in',
      group: 'Log',
      words: 'import paste',
      when: canWork,
      run: () =>
        ui().open({
          name: 'import',
          text: '',
        }),
    },
  ];
}

function commandActions({ view, ui, ask }: Acting): Action[] {
  const commands = () => view().drawn.commanderId === view().me.userId;
  return [
    {
      name: 'command.accept',
      title: 'Accept command',
      group: 'People',
      when: () => offers(view(), 'command.accept', {}),
      run: () => ask('command.accept', {}),
    },
    {
      name: 'command.take',
      title: 'Take command',
      group: 'People',
      words: 'commander lead ic',
      when: () => !commands() && offers(view(), 'command.take', { because: 'because' }),
      run: () => (view().drawn.commanderId === null ? ask('command.take', { was: null }) : ui().open({ name: 'take-command' })),
    },
    {
      name: 'command.hand-over',
      title: 'Hand command over',
      group: 'People',
      words: 'shift handover',
      when: () => commands() && view().drawn.status !== 'closed',
      run: () => ui().open({ name: 'hand-over' }),
    },
    {
      name: 'incident.access',
      title: 'Choose who sees this incident',
      group: 'People',
      words: 'private restrict access',
      when: () => leads(view()) && offers(view(), 'incident.restrict', { isPrivate: !view().drawn.isPrivate }),
      run: () => ui().open({ name: 'access' }),
    },
  ];
}

function stateActions(acting: Acting): Action[] {
  const { view, ask } = acting;
  const severities = SEVERITIES.map((severity): Action => ({
    name: `severity.${severity}`,
    title: `Set severity to ${severity}`,
    group: 'Incident',
    when: () => offers(view(), 'incident.set-severity', { severity }),
    run: () =>
      ask('incident.set-severity', {
        severity,
        was: view().drawn.severity,
      }),
  }));
  const statuses = STATUSES.map((status): Action => ({
    name: `status.${status}`,
    title: `Set status to ${status}`,
    group: 'Incident',
    when: () =>
      offers(view(), 'incident.set-status', {
        status,
        because: 'because',
      }),
    run: () => setStatus(acting, status),
  }));
  return [...severities, ...statuses];
}

function goActions({ ui, reveal, go, view, print }: Acting): Action[] {
  return [
    { name: 'go.log', title: 'Log', group: 'Go to', shortcut: 'g l', run: () => ui().show('log') },
    { name: 'go.board', title: 'Board', group: 'Go to', shortcut: 'g b', run: () => ui().showBoard('board') },
    { name: 'go.tree', title: 'Tree', group: 'Go to', shortcut: 'g t', run: () => ui().showBoard('tree') },
    { name: 'go.context', title: 'Tasks and facts', group: 'Go to', shortcut: 'g c', run: () => ui().show('context') },
    {
      name: 'go.people',
      title: 'People',
      group: 'Go to',
      shortcut: 'g p',
      run: () => {
        ui().show('people');
        reveal('people-here');
      },
    },
    { name: 'go.home', title: 'All incidents', group: 'Go to', shortcut: 'g h', words: 'home', run: () => go('/') },
    { name: 'log.print', title: 'Print the log', group: 'Log', shortcut: 'mod+p', words: 'paper pdf', run: print },
    {
      name: 'log.download',
      title: 'Download the log as Markdown',
      group: 'Log',
      words: 'export',
      run: () => window.location.assign(`/api/v1/incidents/${view().drawn.key}/log.md`),
    },
  ];
}

function viewActions({ ui }: Acting): Action[] {
  return [
    {
      name: 'view.zone',
      title: 'Switch between UTC and local time',
      group: 'View',
      shortcut: 'z',
      words: 'zone',
      run: toggleZone,
    },
    {
      name: 'view.impact-times',
      title: 'Count from the start of impact, or show the clock',
      group: 'View',
      shortcut: 'm',
      words: 't+ elapsed minutes since impact',
      run: toggleImpactTimes,
    },
    {
      name: 'view.keys',
      title: 'Switch single-key shortcuts on or off',
      group: 'View',
      words: 'keyboard',
      run: () => setSingleKeys(!singleKeys.getState().on),
    },
    {
      name: 'view.announce',
      title: 'Have new lines read aloud, or not',
      group: 'View',
      words: 'mute screen reader announce',
      run: () => setAnnouncing(!announcing.getState().on),
    },
    {
      name: 'view.shortcuts',
      title: 'Show all shortcuts',
      group: 'View',
      shortcut: '?',
      words: 'help keys',
      run: () => overlays.setState({ shown: 'shortcuts' }),
    },
    {
      name: 'view.palette',
      title: 'Find and do',
      group: 'View',
      shortcut: 'mod+k',
      words: 'palette',
      run: () => overlays.setState({ shown: 'palette' }),
    },
    {
      name: 'view.clear',
      title: 'Clear the selection',
      group: 'View',
      shortcut: 'Escape',
      when: () => ui().selected !== null,
      run: () => ui().select(null),
    },
  ];
}
