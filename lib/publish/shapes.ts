import type { ComponentState } from '@/lib/core/status/component-state';
import { STATE_WORDS } from '@/lib/core/status/status-words';
import type { Impact } from '@/lib/core/status/public-status';
import { markup, trusted, type Markup } from './markup';

const line = (d: string) =>
  `<path d="${d}" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"/>`;

// A shape of its own for each state, so that none rests on its colour.
const DRAWN: Record<ComponentState, string> = {
  operational: line('M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13zM5 8.2l2.1 2.1L11 6'),
  under_maintenance: line('M2 2.5h12v11H2zM5 8h6M5 5.5h6M5 10.5h3'),
  degraded_performance: line('M1.5 4h13L8 14.5zM8 6.5v2.6M8 11.2v.1'),
  partial_outage: line('M8 1.5L14.8 14H1.2zM8 6v4M8 12v.1'),
  major_outage: line('M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2zM5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8'),
};

const LETTERS: Record<ComponentState, string> = {
  operational: 'o',
  under_maintenance: 'u',
  degraded_performance: 'd',
  partial_outage: 'p',
  major_outage: 'm',
};
const HEIGHTS: Record<ComponentState, number> = {
  operational: 10,
  under_maintenance: 14,
  degraded_performance: 18,
  partial_outage: 23,
  major_outage: 28,
};

const STATES = Object.keys(DRAWN) as ComponentState[];
const bar = (letter: string, state: string, height: number) =>
  `<rect id="b${letter}" class="is-${state}" y="${28 - height}" width="7" height="${height}" rx="1"/>`;

/** What the shapes and bars of a page refer to. The worse a day, the higher its bar. */
export const SPRITE: Markup = trusted(
  `<svg class="sprite" aria-hidden="true"><defs>${STATES.map((state) => `<symbol id="s-${state}" viewBox="0 0 16 16">${DRAWN[state]}</symbol>`).join('')}` +
    `${STATES.map((state) => bar(LETTERS[state], state, HEIGHTS[state])).join('')}${bar('n', 'unknown', 3)}</defs></svg>`,
);

export const barName = (state: ComponentState | null): string => `b${state === null ? 'n' : LETTERS[state]}`;

const shape = (state: ComponentState): Markup => markup`<svg class="shape" aria-hidden="true"><use href="#s-${state}"/></svg>`;

/** A state as a shape, a word and a colour. */
export const stateMark = (state: ComponentState): Markup =>
  markup`<span class="state is-${state}">${shape(state)} <b>${STATE_WORDS[state]}</b></span>`;

const SHAPE_OF: Record<Impact, ComponentState> = {
  none: 'operational',
  maintenance: 'under_maintenance',
  minor: 'degraded_performance',
  major: 'partial_outage',
  critical: 'major_outage',
};

export const impactShape = (impact: Impact): Markup => shape(SHAPE_OF[impact]);
