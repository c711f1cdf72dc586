import type { UpdateId } from '@/lib/core/ids';
import { actOf } from './act-of';
import type { Appliers } from './appliers';
import type { IncidentState, Update } from './state';

function changed(state: IncidentState, id: UpdateId, change: (update: Update) => Update): IncidentState {
  const update = state.updates[id];
  return update ? { ...state, updates: { ...state.updates, [id]: change(update) } } : state;
}

/** The phase that the public read last, by the times at which updates were given. */
function publicPhaseOf(state: IncidentState): IncidentState['publicPhase'] {
  const said = Object.values(state.updates).filter((one) => one.audience === 'public' && !one.redacted);
  return (
    said.reduce<Update | null>((last, one) => (last && last.postedBy.at > one.postedBy.at ? last : one), null)?.phase ?? null
  );
}

const withPhase = (state: IncidentState): IncidentState => ({ ...state, publicPhase: publicPhaseOf(state) });

export const applyUpdate: Appliers<
  'update.posted' | 'update.corrected' | 'update.redacted' | 'update.promised' | 'update.snoozed' | 'postmortem.published'
> = {
  'update.posted': (state, event) => {
    const { updateId: id, title, ...said } = event.data;
    const update: Update = { id, ...said, postedBy: actOf(event), corrections: [], redacted: null };
    const { nextUpdateAt, audience } = said;
    // A word to the team leaves what was promised to others.
    const keeps = nextUpdateAt === null && audience === 'team' && state.promise?.audience !== 'team';
    const promise = nextUpdateAt ? { ...actOf(event), audience } : null;
    return withPhase({
      ...state,
      ...(keeps ? {} : { nextUpdateAt, promise }),
      publicTitle: title ?? state.publicTitle,
      updates: { ...state.updates, [id]: update },
      counters: { ...state.counters, U: Number(said.ref.slice(1)) },
    });
  },
  'update.corrected': (state, event) => {
    const { updateId, text, at, components, because } = event.data;
    const next = changed(state, updateId, (update) => ({
      ...update,
      text: event.redacted ? '' : (text ?? update.text),
      components: components ?? update.components,
      postedBy: at ? { ...update.postedBy, at } : update.postedBy,
      corrections: [...update.corrections, { ...actOf(event), text: update.text, because }],
    }));
    return withPhase(next);
  },
  'update.redacted': (state, event) => {
    const { updateId, because } = event.data;
    const next = changed(state, updateId, (update) => ({
      ...update,
      text: '',
      corrections: update.corrections.map((one) => ({ ...one, text: '' })),
      redacted: { ...actOf(event), because },
    }));
    return withPhase(next);
  },
  'update.promised': (state, event) => {
    const { nextUpdateAt, audience } = event.data;
    return { ...state, nextUpdateAt, promise: nextUpdateAt ? { ...actOf(event), audience } : null };
  },
  'update.snoozed': (state, event) => ({ ...state, nextUpdateAt: event.data.to }),
  'postmortem.published': (state, event) => ({ ...state, postmortemUrl: event.data.url, postmortemSetBy: actOf(event) }),
};

export const applyQuestion: Appliers<'question.asked' | 'question.answered'> = {
  'question.asked': (state, event) => {
    const { questionId: id, ref, text } = event.data;
    return {
      ...state,
      questions: { ...state.questions, [id]: { id, ref, text, askedBy: actOf(event), answer: null } },
      counters: { ...state.counters, Q: Number(ref.slice(1)) },
    };
  },
  'question.answered': (state, event) => {
    const { questionId, text } = event.data;
    const question = state.questions[questionId];
    if (!question) return state;
    return { ...state, questions: { ...state.questions, [questionId]: { ...question, answer: { ...actOf(event), text } } } };
  },
};
