'use client';

import { Button } from '@/components/ui/button';
import type { Hypothesis } from '@/lib/core/incident/state';
import { useRoomUiStore } from '../room-context';
import { useCommand } from '../use-command';
import { FormFrame } from './form-frame';

export const TIME_BOX_MINUTES = [5, 10, 15, 30] as const;

/** Starts a test with a time-box, or gives a running one more time. */
export function TestForm({ hypothesis: { ref, state, ownerId } }: { hypothesis: Hypothesis }) {
  const ui = useRoomUiStore();
  const start = useCommand('hypothesis.start-test');
  const extend = useCommand('hypothesis.assign');
  const isRunning = state === 'testing';
  const { refusal, isBusy } = isRunning ? extend : start;

  async function choose(minutes: number) {
    const isTaken = isRunning
      ? await extend.send({ hypothesis: ref, userId: ownerId, minutes, was: ownerId })
      : await start.send({ hypothesis: ref, minutes, was: state });
    if (isTaken) ui.getState().closeCard();
  }

  return (
    <FormFrame focus={ref} refusal={refusal?.message ?? null} isBusy={isBusy}>
      <p className="text-xs text-muted">{isRunning ? 'How much time from now?' : 'How long before we look again?'}</p>
      <div className="flex flex-wrap gap-1.5">
        {TIME_BOX_MINUTES.map((minutes) => (
          <Button
            key={minutes}
            size="sm"
            data-autofocus={minutes === 15 ? '' : undefined}
            disabled={isBusy}
            onClick={() => void choose(minutes)}
          >
            {minutes} min
          </Button>
        ))}
      </div>
    </FormFrame>
  );
}
