import type { Tellers } from './describe-method';
import { colon, listed } from './describe-text';
import type { EventType } from './events';
import type { Audience } from './state';

const TO: Record<Audience, string> = { team: 'the team', stakeholders: 'stakeholders', public: 'the public' };

const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' / ');

export const tellUpdate: Tellers<Extract<EventType, `update.${string}` | `postmortem.${string}`>> = {
  'update.posted': ({ updateId, ref, audience, phase, text, components, nextUpdateAt }, tell) => {
    // The words may say it themselves, as the template does.
    const isPromised = !tell.isRedacted(updateId) && /next update by/i.test(text);
    const facts = [
      ...components.map(({ name, state }) => `${name}: ${state.replaceAll('_', ' ')}`),
      ...(nextUpdateAt && !isPromised ? [`next update by ${tell.time(nextUpdateAt)}`] : []),
    ];
    const said = tell.isRedacted(updateId) ? ' (redacted since)' : `: ${oneLine(text)}`;
    const more = facts.length > 0 ? ` (${facts.join('; ')})` : '';
    return `posted ${ref} to ${TO[audience]}${phase ? `, ${phase}` : ''}${said}${more}`;
  },
  'update.corrected': ({ updateId, text, at, components, because }, tell) => {
    const parts = [
      ...(text === undefined ? [] : ['the words']),
      ...(at === undefined ? [] : [`the time to ${tell.time(at)}`]),
      ...(components === undefined ? [] : ['the components']),
    ];
    return `corrected ${listed(parts)} of ${tell.update(updateId)}${colon(because)}`;
  },
  'update.redacted': ({ updateId, because }, tell) => `redacted ${tell.update(updateId)}${colon(because)}`,
  'update.promised': ({ audience, nextUpdateAt }, tell) =>
    nextUpdateAt
      ? `promised ${TO[audience]} the next update by ${tell.time(nextUpdateAt)}`
      : `withdrew the promise of a next update to ${TO[audience]}`,
  'update.snoozed': ({ from, to, because }, tell) =>
    `moved the next update from ${tell.time(from)} to ${tell.time(to)}${colon(because)}`,
  'postmortem.published': ({ url }) =>
    url === null ? 'took the link to the postmortem back' : `published the postmortem: ${url}`,
};

export const tellQuestion: Tellers<Extract<EventType, `question.${string}`>> = {
  'question.asked': ({ ref, text }) => `asked ${ref}: ${oneLine(text)}`,
  'question.answered': ({ questionId, text }, tell) => `answered ${tell.question(questionId)}: ${oneLine(text)}`,
};

export const tellShift: Tellers<Extract<EventType, `shift.${string}`>> = {
  'shift.started': ({ userId, name }, tell) => (tell.isActor(userId) ? 'came on shift' : `put ${name} on shift`),
  'shift.ended': ({ note }) => `went off shift${colon(note)}`,
};
