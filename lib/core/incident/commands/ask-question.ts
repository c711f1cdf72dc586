import * as z from 'zod/mini';
import type { QuestionId } from '@/lib/core/ids';
import { prose } from '@/lib/core/text';
import { command, ok } from '../command';
import { byWhom, conflict } from '../conflict';
import { mustOnlySee } from '../permissions';

const asRead = (text: string) => text.trim().replace(/\s+/g, ' ').toLocaleLowerCase();

export const askQuestion = command({
  name: 'question.ask',
  title: 'Ask a question',
  path: '/questions',
  input: z.strictObject({ text: prose(1000) }),
  may: mustOnlySee,
  whenClosed: true,
  decide(incident, { text }, meta) {
    const open = Object.values(incident.questions).find((one) => one.answer === null && asRead(one.text) === asRead(text));
    if (open) {
      const message = `${open.ref} asks the same already${byWhom(open.askedBy)}. Its answer will be for everybody.`;
      return conflict(message, open.ref, open.askedBy);
    }
    const questionId = meta.commandId as string as QuestionId;
    return ok({ type: 'question.asked', data: { questionId, ref: `Q${incident.counters.Q + 1}`, text } });
  },
});
