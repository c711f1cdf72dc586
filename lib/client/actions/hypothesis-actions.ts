import type { Hypothesis } from '@/lib/core/incident/state';
import { hypothesisOffers, type HypothesisOffer } from '../offers';
import type { ActionOn } from './action';
import type { Acting } from './acting';
import { judge } from './judge';

type Row = Pick<ActionOn<Hypothesis>, 'name' | 'title' | 'shortcut' | 'words'> & {
  offer: HypothesisOffer;
  run: (hypothesis: Hypothesis) => void;
};

/** What can be done with one hypothesis; in the order of a card and its menu. */
export function hypothesisActions(acting: Acting): ActionOn<Hypothesis>[] {
  const { view, ui, ask, copy, origin } = acting;
  const form = (name: Parameters<ReturnType<typeof ui>['openCard']>[1]) => (hypothesis: Hypothesis) =>
    ui().openCard(hypothesis.id, name);
  const rows: Row[] = [
    {
      name: 'hypothesis.claim',
      title: 'Claim',
      offer: 'claim',
      shortcut: 'i',
      words: 'assign to me take',
      run: ({ ref }) =>
        ask('hypothesis.assign', {
          hypothesis: ref,
          userId: view().me.userId,
          was: null,
        }),
    },
    { name: 'hypothesis.assign', title: 'Assign …', offer: 'assign', shortcut: 'a', words: 'owner', run: form('assign') },
    { name: 'hypothesis.test', title: 'Start test', offer: 'test', shortcut: 't', words: 'time-box', run: form('test') },
    { name: 'hypothesis.more-time', title: 'More time', offer: 'moreTime', shortcut: 't', words: 'time-box', run: form('test') },
    {
      name: 'hypothesis.confirm',
      title: 'Confirm',
      offer: 'confirm',
      shortcut: 'c',
      run: (hypothesis) => judge(acting, 'confirm', hypothesis),
    },
    {
      name: 'hypothesis.reject',
      title: 'Reject',
      offer: 'reject',
      shortcut: 'x',
      words: 'rule out',
      run: (hypothesis) => judge(acting, 'reject', hypothesis),
    },
    {
      name: 'cause.declare',
      title: 'Declare root cause',
      offer: 'declareCause',
      shortcut: 'r',
      run: ({ id }) =>
        ui().open({
          name: 'cause',
          hypothesisId: id,
        }),
    },
    { name: 'cause.withdraw', title: 'Withdraw root cause', offer: 'withdrawCause', run: form('withdraw') },
    { name: 'hypothesis.reopen', title: 'Reopen', offer: 'reopen', shortcut: 'o', run: form('reopen') },
    {
      name: 'hypothesis.evidence',
      title: 'Attach evidence',
      offer: 'evidence',
      shortcut: 'e',
      run: ({ id }) =>
        ui().open({
          name: 'evidence',
          hypothesisId: id,
          offered: null,
        }),
    },
    {
      name: 'hypothesis.dig',
      title: 'Dig deeper',
      offer: 'digDeeper',
      shortcut: 'd',
      words: 'child why',
      run: ({ id }) =>
        ui().open({
          name: 'propose',
          parentId: id,
        }),
    },
    { name: 'hypothesis.shelve', title: 'Shelve', offer: 'shelve', shortcut: 's', words: 'later', run: form('shelve') },
    {
      name: 'hypothesis.revise',
      title: 'Reword',
      offer: 'revise',
      words: 'edit change',
      run: ({ id }) =>
        ui().open({
          name: 'revise-hypothesis',
          hypothesisId: id,
        }),
    },
    {
      name: 'hypothesis.release',
      title: 'Give back',
      offer: 'release',
      words: 'release unassign',
      run: ({ ref, ownerId }) =>
        ask('hypothesis.assign', {
          hypothesis: ref,
          userId: null,
          was: ownerId,
        }),
    },
  ];
  const offered = rows.map(({ offer, ...row }): ActionOn<Hypothesis> => ({
    ...row,
    group: 'Hypotheses',
    when: (hypothesis) => hypothesisOffers(view(), hypothesis).has(offer),
  }));
  return [
    ...offered,
    {
      name: 'hypothesis.copy-link',
      title: 'Copy link',
      group: 'Hypotheses',
      words: 'permalink address',
      when: () => true,
      run: ({ ref }) => copy(`${origin()}/incidents/${view().drawn.key}#${ref}`, `Link to ${ref} copied.`),
    },
  ];
}
