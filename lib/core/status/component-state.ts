import * as z from 'zod/mini';
import type { ComponentId } from '@/lib/core/ids';

/** How a component is, in the words that Statuspage readers know; the worst last, maintenance apart. */
export const COMPONENT_STATES = [
  'operational',
  'under_maintenance',
  'degraded_performance',
  'partial_outage',
  'major_outage',
] as const;
export const ComponentState = z.enum(COMPONENT_STATES, { error: `Choose one of ${COMPONENT_STATES.join(', ')}.` });
export type ComponentState = (typeof COMPONENT_STATES)[number];

/** A component as an update named it, with its state from then on. */
export type AffectedComponent = { componentId: ComponentId; name: string; state: ComponentState };
