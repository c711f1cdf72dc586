import { offers, outside } from '../offers';
import { noteOfBrief } from '../note-of-brief';
import type { Action } from './action';
import type { Acting } from './acting';

/** What is said to people outside, asked by them, and who is at it: the rest is in the room's own actions. */
export function briefActions(acting: Acting): Action[] {
  const { view, ui, ask, go } = acting;
  const asked = () => Object.values(view().drawn.questions).find(({ answer }) => answer === null);
  const isOn = () => view().drawn.shifts[view().me.userId]?.offAt === null;
  const canWork = () => outside(view()) === null;
  return [
    {
      name: 'go.brief',
      title: 'Brief',
      group: 'Go to',
      shortcut: 'b',
      words: 'summary managers thirty seconds',
      run: () => go(`/incidents/${view().drawn.key}/brief`),
    },
    {
      name: 'brief.post',
      title: 'Post the brief to the log',
      group: 'Log',
      words: 'summary',
      when: canWork,
      run: () => void noteOfBrief(view()).then((text) => ask('log.write', { text })),
    },
    {
      name: 'question.answer',
      title: 'Answer the next question',
      group: 'People',
      shortcut: 'q',
      words: 'reply comms',
      when: () => canWork() && asked() !== undefined,
      run: () => {
        const question = asked();
        if (question) ui().open({ name: 'answer', questionId: question.id });
      },
    },
    {
      name: 'question.ask',
      title: 'Ask a question',
      group: 'People',
      shortcut: 'q',
      words: 'comms stakeholder',
      run: () => ui().open({ name: 'ask' }),
    },
    {
      name: 'shift.start',
      title: 'Come on shift',
      group: 'People',
      words: 'shift begin',
      when: () => !isOn() && offers(view(), 'shift.start', {}),
      run: () => ask('shift.start', {}),
    },
    {
      name: 'shift.end',
      title: 'Go off shift',
      group: 'People',
      words: 'shift end sleep rest hand over',
      when: isOn,
      run: () => ui().open({ name: view().drawn.commanderId === view().me.userId ? 'hand-over' : 'go-off' }),
    },
  ];
}
