'use client';

import { useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { outside } from '@/lib/client/offers';
import type { IncidentState, Question } from '@/lib/core/incident/state';
import { useRoom } from '../room-provider';
import { useRoomUiStore } from '../room-context';
import { LineText } from '../log/line-text';
import { SideSection } from './side-section';

const numberOf = ({ ref }: Question) => Number(ref.slice(1));

/** Who answers: whoever has the comms role; without one, the commander; without both, anyone. */
function answering({ roles, commanderId, people }: IncidentState, me: string): string {
  const [comms] = (Object.keys(roles) as (keyof typeof roles)[]).filter((userId) => roles[userId]?.includes('comms'));
  const userId = comms ?? commanderId;
  if (userId === me) return 'you';
  return userId ? (people[userId] ?? 'somebody') : 'anyone here';
}

/** What people who read along ask; answered once for all. Not there before somebody asks. */
export function QuestionsSection() {
  const questions = useRoom((view) => view.drawn.questions);
  const who = useRoom((view) => answering(view.drawn, view.me.userId));
  const [open, answered] = useMemo(() => {
    const all = Object.values(questions).sort((a, b) => numberOf(a) - numberOf(b));
    return [all.filter(({ answer }) => answer === null), all.filter(({ answer }) => answer !== null)];
  }, [questions]);
  if (open.length + answered.length === 0) return null;
  return (
    <SideSection title="Questions" id="questions">
      {open.length > 0 && <p className="text-xs text-faint">For {who} to answer, once, for everybody.</p>}
      <ul className="flex flex-col">
        {open.map((question) => (
          <OpenQuestion key={question.id} question={question} />
        ))}
      </ul>
      {answered.length > 0 && (
        <details>
          <summary className="min-h-6 rounded-sm py-0.5 text-xs text-muted hover:text-ink touch:min-h-11">
            {answered.length} answered
          </summary>
          <ul className="flex flex-col gap-2 pt-1">
            {answered.map((question) => (
              <AnsweredQuestion key={question.id} question={question} />
            ))}
          </ul>
        </details>
      )}
    </SideSection>
  );
}

function OpenQuestion({ question: { id, ref, text, askedBy } }: { question: Question }) {
  const ui = useRoomUiStore();
  const canAnswer = useRoom((view) => outside(view) === null);
  return (
    <li className="flex items-start gap-2 py-1">
      <div className="min-w-0 flex-1">
        <p className="wrap-anywhere">
          <span className="font-mono text-xs text-muted">{ref}</span> <LineText text={text} lastSeq={Infinity} />
        </p>
        <p className="text-xs text-faint">{askedBy.name}</p>
      </div>
      {canAnswer && (
        <Button size="sm" aria-label={`Answer ${ref}`} onClick={() => ui.getState().open({ name: 'answer', questionId: id })}>
          Answer
        </Button>
      )}
    </li>
  );
}

function AnsweredQuestion({ question: { ref, text, answer } }: { question: Question }) {
  return (
    <li className="text-xs">
      <p className="text-muted wrap-anywhere">
        <span className="font-mono">{ref}</span> {text}
      </p>
      <p className="whitespace-pre-line wrap-anywhere">
        {answer?.text} <span className="text-faint">{answer?.name}</span>
      </p>
    </li>
  );
}
