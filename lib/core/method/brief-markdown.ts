import { markdownLine } from '@/lib/core/incident/export/escape-markdown';
import type { Brief } from './brief';
import { BriefWords, type BriefOptions } from './brief-words';

/** The brief as Markdown; every word that somebody wrote stands for itself. */
export function briefMarkdown(brief: Brief, options: BriefOptions): string {
  const said = new BriefWords(brief, { words: markdownLine, strong: (text) => `**${text}**` }, options);
  const sections = said.sections().flatMap(({ title, lines }) => ['', `## ${title}`, '', ...lines.map((line) => `- ${line}`)]);
  return `${[`# ${said.title()}`, '', said.head().join('\\\n'), ...sections].join('\n')}\n`;
}
