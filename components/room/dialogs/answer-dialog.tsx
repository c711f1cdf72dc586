'use client';

import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import type { QuestionId } from '@/lib/core/ids';
import { useRoom } from '../room-provider';
import { useCommand } from '../use-command';
import { FormDialog } from './form-dialog';

type AnswerDialogProps = { questionId: QuestionId; onClose: () => void };

/** Answers a question once, for everybody. */
export function AnswerDialog({ questionId, onClose }: AnswerDialogProps) {
  const question = useRoom((view) => view.drawn.questions[questionId]);
  const [text, setText] = useState('');
  const { send, refusal, isBusy } = useCommand('question.answer');
  if (!question) return null;
  const { ref, text: asked, askedBy, answer } = question;

  async function submit() {
    if (await send({ question: ref, text })) onClose();
  }

  return (
    <FormDialog
      title={`Answer ${ref}`}
      description={`Asked by ${askedBy.name}. The answer shows in the brief, for everybody.`}
      onClose={onClose}
      keepOpen
      submit="Answer"
      busy={isBusy}
      canSubmit={text.trim() !== '' && answer === null}
      refusal={refusal?.message ?? null}
      onSubmit={() => void submit()}
    >
      <blockquote className="border-l-2 border-line-strong pl-3 text-base whitespace-pre-line wrap-anywhere">{asked}</blockquote>
      {answer && (
        <Banner tone="warn" live="polite">
          {answer.name} answered meanwhile: {answer.text}
        </Banner>
      )}
      <Field label="Answer">
        {(control) => (
          <Textarea {...control} data-autofocus rows={3} value={text} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
    </FormDialog>
  );
}
