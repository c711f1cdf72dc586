'use client';

import { CloudOff, MessageCircleQuestion } from 'lucide-react';
import { useMemo } from 'react';
import { useRoom } from '@/components/room/room-provider';
import { Time } from '@/components/ui/time/time';
import type { Question } from '@/lib/core/incident/state';
import { AskForm } from './ask-form';
import { BriefSection, More } from './brief-section';

const SHOWN = 3;
const numberOf = ({ ref }: Question) => Number(ref.slice(1));

/** What was asked, the latest first, with the answers that are for everybody; and where to ask. */
export function Questions() {
  const questions = useRoom((view) => view.drawn.questions);
  const all = useMemo(() => Object.values(questions).sort((a, b) => numberOf(b) - numberOf(a)), [questions]);
  const more = all.slice(SHOWN);
  return (
    <BriefSection title="Questions" className={all.length === 0 ? 'print:hidden' : ''}>
      <ul aria-live="polite" aria-label="Questions" className="flex flex-col gap-3 empty:-mt-2 print:gap-1">
        {all.slice(0, SHOWN).map((question) => (
          <Asked key={question.id} question={question} />
        ))}
      </ul>
      {more.length > 0 && (
        <details className="print:hidden">
          <summary className="min-h-6 rounded-sm text-xs text-muted hover:text-ink touch:min-h-11">
            {more.length} earlier {more.length === 1 ? 'question' : 'questions'}
          </summary>
          <ul aria-label="Earlier questions" className="mt-2 flex flex-col gap-3">
            {more.map((question) => (
              <Asked key={question.id} question={question} />
            ))}
          </ul>
        </details>
      )}
      <ul className="hidden print:block">
        <More count={more.length} />
      </ul>
      <AskForm />
    </BriefSection>
  );
}

function Asked({ question: { id, ref, text, askedBy, answer } }: { question: Question }) {
  const isWaiting = useRoom((view) => view.confirmed.questions[id] === undefined);
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-sm">
      <MessageCircleQuestion aria-hidden className="mt-0.5 size-4 text-faint" />
      <div className="min-w-0">
        <p className="whitespace-pre-line wrap-anywhere print:line-clamp-2">
          <span className="font-mono text-xs text-muted">{ref}</span> {text}
        </p>
        {answer ? (
          <p className="mt-1 border-l-2 border-accent pl-2 whitespace-pre-line wrap-anywhere print:line-clamp-3">{answer.text}</p>
        ) : (
          isWaiting && (
            <p className="flex items-center gap-1 text-xs text-warn-ink">
              <CloudOff aria-hidden className="size-3.5" /> Waiting to be sent; kept on this device.
            </p>
          )
        )}
        <p className="text-xs text-muted">
          {answer ? (
            <>
              answered by {answer.name} <Time at={answer.at} shape="clock" />
            </>
          ) : (
            <>
              asked by {askedBy.name} <Time at={askedBy.at} shape="clock" />, not answered yet
            </>
          )}
        </p>
      </div>
    </li>
  );
}
