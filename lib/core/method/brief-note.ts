import type { IncidentState } from '@/lib/core/incident/state';
import { makeBrief } from './brief';
import { briefText } from './brief-text';
import type { BriefOptions } from './brief-words';

const REST = '… The rest is on the page of the brief.';

/** The brief as a log line of at most `most` UTF-16 units has room for: whole lines, and a word where the rest is. */
export function briefNote(incident: IncidentState, options: BriefOptions, most: number): string {
  const lines = `Brief. ${briefText(makeBrief(incident), options)}`.trimEnd().split('\n');
  if (lines.join('\n').length <= most) return lines.join('\n');
  let length = REST.length;
  const fitting = lines.findIndex((line) => (length += line.length + 1) > most);
  return [...lines.slice(0, fitting), REST].join('\n');
}
