import type { Impact } from '@/lib/core/status/public-status';
import { markup } from './markup';
import type { Site } from './site';

const WORDS: Record<Impact, { word: string; colour: string }> = {
  none: { word: 'operational', colour: '#15803d' },
  maintenance: { word: 'maintenance', colour: '#4338ca' },
  minor: { word: 'degraded', colour: '#a16207' },
  major: { word: 'partial outage', colour: '#c2410c' },
  critical: { word: 'major outage', colour: '#b91c1c' },
};
const LETTER = 6.6;
const PADDING = 16;
const LONGEST = 40;

/** The overall state as a small picture, to put beside a link. */
export function badge({ status }: Site): string {
  const { word, colour } = WORDS[status.indicator];
  const { name } = status.page;
  const label = name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
  const left = Math.round(label.length * LETTER + PADDING);
  const right = Math.round(word.length * LETTER + PADDING);
  const text = (middle: number, length: number, said: string) =>
    markup`<text x="${middle}" y="14" textLength="${Math.round(length - PADDING)}" lengthAdjust="spacingAndGlyphs">${said}</text>`;
  return markup`<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${label}: ${word}"><title>${label}: ${word}</title><clipPath id="r"><rect width="${left + right}" height="20" rx="3"/></clipPath><g clip-path="url(#r)"><rect width="${left}" height="20" fill="#3f4248"/><rect x="${left}" width="${right}" height="20" fill="${colour}"/></g><g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">${text(left / 2, left, label)}${text(left + right / 2, right, word)}</g></svg>
`.html;
}
