'use client';

import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { ActionOn } from '@/lib/client/actions/action';
import { hypothesisActions } from '@/lib/client/actions/hypothesis-actions';
import type { Hypothesis } from '@/lib/core/incident/state';
import { useRoom } from '../room-provider';
import { useActing } from '../use-acting';

/** What this person can do with a hypothesis just now. Reads again when the rules could answer otherwise. */
export function useHypothesisActions(hypothesis: Hypothesis): ActionOn<Hypothesis>[] {
  const acting = useActing();
  const all = useMemo(() => hypothesisActions(acting), [acting]);
  // These are all that the answers depend on.
  const facts = useRoom(
    useShallow(({ drawn, me }) => [
      drawn.status,
      drawn.commanderId,
      drawn.roles,
      drawn.rootCause,
      drawn.bearings,
      drawn.evidence,
      drawn.access,
      me,
    ]),
  );
  return useMemo(() => {
    void facts;
    return all.filter((action) => action.when(hypothesis));
  }, [all, hypothesis, facts]);
}
