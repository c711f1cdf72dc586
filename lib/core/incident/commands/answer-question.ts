import * as z from 'zod/mini';
import { prose } from '@/lib/core/text';
import { command, ok } from '../command';
import { byWhom, conflict } from '../conflict';
import { findQuestion, noQuestion } from '../find';
import { QuestionRef } from '../ref-inputs';
import { mustBeInRoom } from '../permissions';

export const answerQuestion = command({
  name: 'question.answer',
  title: 'Answer a question',
  path: '/questions/{question}/answer',
  input: z.strictObject({ question: QuestionRef, text: prose(5000) }),
  may: mustBeInRoom,
  whenClosed: true,
  decide(incident, { question: wanted, text }) {
    const question = findQuestion(incident, wanted);
    if (!question) return noQuestion(wanted);
    const { id: questionId, ref, answer } = question;
    if (answer) return conflict(`${ref} was answered${byWhom(answer)} already.`, answer.text, answer);
    return ok({ type: 'question.answered', data: { questionId, text } });
  },
});
