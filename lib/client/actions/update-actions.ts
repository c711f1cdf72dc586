import { mustSpeak } from '@/lib/core/incident/permissions';
import { actorOf, canLinkPostmortem, offers, outside } from '../offers';
import type { Action } from './action';
import type { Acting } from './acting';

/** What can be told to people outside of the room. */
export function updateActions({ view, ui, ask }: Acting): Action[] {
  const speaks = () => mustSpeak(view().drawn, actorOf(view().me)) === null && view().drawn.status !== 'closed';
  const isLinked = () => view().drawn.postmortemUrl !== null;
  const isPromised = () => view().drawn.nextUpdateAt !== null;
  return [
    {
      name: 'update.post',
      title: 'Post an update',
      group: 'Updates',
      shortcut: 'u',
      words: 'tell inform status page stakeholders public customers',
      when: () => outside(view()) === null,
      run: () => ui().open({ name: 'update', audience: null }),
    },
    {
      name: 'update.promise',
      title: 'Promise the next update',
      group: 'Updates',
      words: 'when countdown',
      when: () => speaks() && !isPromised(),
      run: () => ui().open({ name: 'promise' }),
    },
    {
      name: 'update.snooze',
      title: 'Move the next update to later',
      group: 'Updates',
      words: 'snooze promise postpone',
      when: () => speaks() && isPromised(),
      run: () => ui().open({ name: 'promise' }),
    },
    {
      name: 'update.withdraw-promise',
      title: 'Withdraw the promise of an update',
      group: 'Updates',
      when: () => speaks() && isPromised(),
      run: () => ask('update.promise', { nextUpdateAt: null, was: view().drawn.nextUpdateAt }),
    },
    {
      name: 'postmortem.publish',
      title: 'Link the postmortem',
      group: 'Updates',
      words: 'publish retrospective review status page',
      when: () => canLinkPostmortem(view()) && !isLinked(),
      run: () => ui().open({ name: 'postmortem' }),
    },
    {
      name: 'postmortem.change',
      title: 'Change the link to the postmortem',
      group: 'Updates',
      when: () => canLinkPostmortem(view()) && isLinked(),
      run: () => ui().open({ name: 'postmortem' }),
    },
    {
      name: 'postmortem.take-back',
      title: 'Take the link to the postmortem back',
      group: 'Updates',
      words: 'withdraw remove unpublish',
      when: () => offers(view(), 'postmortem.publish', { url: null }),
      run: () => ask('postmortem.publish', { url: null, was: view().drawn.postmortemUrl }),
    },
  ];
}
