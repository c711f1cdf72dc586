import type { CommandId } from '@/lib/core/ids';
import type { Decision } from '@/lib/core/incident/command';
import { decide } from '@/lib/core/incident/decide';
import type { Actor } from '@/lib/core/incident/events';
import { isLeading, mustBeInRoom } from '@/lib/core/incident/permissions';
import type { CommandInput, CommandName } from '@/lib/core/incident/registry';
import type { Hypothesis, IncidentState, Task } from '@/lib/core/incident/state';
import type { RoomView } from './room-view';

/** As much of the room as the rules ask about. */
export type Looking = Pick<RoomView, 'drawn' | 'me' | 'directory' | 'components' | 'clockOffsetMs'>;

const TRIED = '00000000-0000-7000-8000-000000000000' as CommandId;
const SOME_REASON = 'because';

export const actorOf = (me: RoomView['me']): Actor => ({ ...me, via: 'web', scope: 'write' });

/** What the core would say, were this asked now. Nothing is written or queued. */
export function wouldSay<N extends CommandName>(view: Looking, name: N, input: CommandInput<N>): Decision {
  const now = new Date(Date.now() + view.clockOffsetMs).toISOString();
  const person = (userId: string) => view.directory.find((one) => one.userId === userId) ?? null;
  const component = (id: string) => view.components.find((one) => one.componentId === id) ?? null;
  const meta = { commandId: TRIED, actor: actorOf(view.me), now, at: now, person, component, body: null };
  return decide(view.drawn, name, input, meta);
}

/** Whether it is worth offering: it would be done at once. */
export const offers = <N extends CommandName>(view: Looking, name: N, input: CommandInput<N>): boolean =>
  wouldSay(view, name, input).ok;

/** Whether this person may link a postmortem now, or another one. */
export const canLinkPostmortem = (view: Looking): boolean =>
  offers(view, 'postmortem.publish', { url: 'https://not-linked-yet.invalid/' });

/** Why this person takes no part here, or null. */
export const outside = ({ drawn, me }: Pick<Looking, 'drawn' | 'me'>): string | null => mustBeInRoom(drawn, actorOf(me));

export const leads = ({ drawn, me }: Pick<Looking, 'drawn' | 'me'>): boolean =>
  outside({ drawn, me }) === null && (drawn.commanderId === null || isLeading(drawn, actorOf(me)));

/** People who can be given work here. */
export const workers = ({ directory, drawn }: Pick<RoomView, 'directory' | 'drawn'>) =>
  directory.filter(({ userId, role }) => role !== 'viewer' && !onlyObserves(drawn, userId));

const onlyObserves = ({ roles }: IncidentState, userId: string) => {
  const held = roles[userId as keyof typeof roles];
  return held?.length === 1 && held[0] === 'observer';
};

export type HypothesisOffer =
  | 'claim'
  | 'assign'
  | 'release'
  | 'test'
  | 'moreTime'
  | 'confirm'
  | 'reject'
  | 'shelve'
  | 'reopen'
  | 'digDeeper'
  | 'evidence'
  | 'revise'
  | 'declareCause'
  | 'withdrawCause';

/** What this person can do with a hypothesis just now. What the method only asks a reason for is offered too. */
export function hypothesisOffers(view: Looking, hypothesis: Hypothesis): ReadonlySet<HypothesisOffer> {
  const { ref, state, ownerId } = hypothesis;
  const { me, drawn } = view;
  const because = SOME_REASON;
  const isAlive = state === 'open' || state === 'testing';
  const canPropose = offers(view, 'hypothesis.propose', { statement: ref });
  const can: Record<HypothesisOffer, boolean> = {
    claim: ownerId === null && offers(view, 'hypothesis.assign', { hypothesis: ref, userId: me.userId }),
    assign: isAlive && leads(view),
    release: ownerId !== null && offers(view, 'hypothesis.assign', { hypothesis: ref, userId: null }),
    test: offers(view, 'hypothesis.start-test', { hypothesis: ref }),
    moreTime: state === 'testing' && ownerId !== null && (ownerId === me.userId || leads(view)),
    confirm: offers(view, 'hypothesis.confirm', { hypothesis: ref, because }),
    reject: offers(view, 'hypothesis.reject', { hypothesis: ref, because }),
    shelve: offers(view, 'hypothesis.shelve', { hypothesis: ref, because }),
    reopen: offers(view, 'hypothesis.reopen', { hypothesis: ref, because }),
    digDeeper: canPropose && state !== 'rejected',
    evidence: canPropose,
    revise: isAlive && canPropose,
    declareCause:
      state === 'confirmed' &&
      drawn.rootCause?.hypothesisId !== hypothesis.id &&
      offers(view, 'cause.declare', { hypothesis: ref, why: because }),
    withdrawCause: drawn.rootCause?.hypothesisId === hypothesis.id && offers(view, 'cause.withdraw', { because }),
  };
  return new Set((Object.keys(can) as HypothesisOffer[]).filter((offer) => can[offer]));
}

export type TaskOffer = 'claim' | 'assign' | 'release' | 'finish' | 'drop';

export function taskOffers(view: Looking, { ref, state, ownerId }: Task): ReadonlySet<TaskOffer> {
  const can: Record<TaskOffer, boolean> = {
    claim: ownerId === null && offers(view, 'task.assign', { task: ref, userId: view.me.userId }),
    assign: state === 'open' && leads(view),
    release: ownerId !== null && offers(view, 'task.assign', { task: ref, userId: null }),
    finish: offers(view, 'task.finish', { task: ref }),
    drop: offers(view, 'task.drop', { task: ref, because: SOME_REASON }),
  };
  return new Set((Object.keys(can) as TaskOffer[]).filter((offer) => can[offer]));
}
