'use client';

import type { CardForm as CardFormName } from '@/lib/client/room-ui';
import type { Hypothesis } from '@/lib/core/incident/state';
import { AssignForm } from './assign-form';
import { ReasonForm } from './reason-form';
import { TestForm } from './test-form';
import { VerdictForm } from './verdict-form';

/** The form that stands on a card while something about it is decided. */
export function CardForm({ hypothesis, form }: { hypothesis: Hypothesis; form: CardFormName }) {
  switch (form) {
    case 'confirm':
    case 'reject':
      return <VerdictForm hypothesis={hypothesis} verdict={form} />;
    case 'test':
      return <TestForm hypothesis={hypothesis} />;
    case 'assign':
      return <AssignForm hypothesis={hypothesis} />;
    default:
      return <ReasonForm hypothesis={hypothesis} what={form} />;
  }
}
