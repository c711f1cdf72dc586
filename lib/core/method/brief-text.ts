import type { Brief } from './brief';
import { BriefWords, type BriefOptions, type BriefStyle } from './brief-words';

// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
/** Words as they are, on one line each. */
export const PLAIN: BriefStyle = { words: (text: string) => text.replace(CONTROL, ' '), strong: (text: string) => text };

/** The brief as plain text, for a chat or a mail. */
export function briefText(brief: Brief, options: BriefOptions): string {
  const said = new BriefWords(brief, PLAIN, options);
  const sections = said.sections().flatMap(({ title, lines }) => ['', title.toUpperCase(), ...lines.map((line) => `- ${line}`)]);
  return `${[said.title(), ...said.head(), ...sections].join('\n')}\n`;
}
