import { CircleCheck, CircleDashed, CircleMinus, CircleX, Wrench, type LucideIcon } from 'lucide-react';
import clsx from 'clsx';
import type { ComponentState } from '@/lib/core/status/component-state';

type Look = { word: string; Icon: LucideIcon; ink: string };

/** A state is a word, a shape and a colour. */
export const STATE_LOOK: Record<ComponentState, Look> = {
  operational: { word: 'Operational', Icon: CircleCheck, ink: 'text-good-ink' },
  under_maintenance: { word: 'Under maintenance', Icon: Wrench, ink: 'text-maintenance-ink' },
  degraded_performance: { word: 'Degraded performance', Icon: CircleDashed, ink: 'text-warn-ink' },
  partial_outage: { word: 'Partial outage', Icon: CircleMinus, ink: 'text-sev2-ink' },
  major_outage: { word: 'Major outage', Icon: CircleX, ink: 'text-sev1-ink' },
};

export function StateShape({ state, className }: { state: ComponentState; className?: string }) {
  const { Icon, ink } = STATE_LOOK[state];
  return <Icon aria-hidden className={clsx('size-4 shrink-0', ink, className)} />;
}
