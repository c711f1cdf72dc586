import { bylineOf, headlineOf } from './headline-of';
import type { HookNews } from './hook-news';
import { escapedWithin } from './plain-words';

const LINE_MAX = 500;
// Servers before 5.0 take 4,000 characters in all.
const TEXT_MAX = 2500;

const MARKUP = /[\\`*_~|>#[\]()<!\-+:$]/;
const BREAK = '\u200b';

/** Markup gets a backslash; an @ is parted from what follows, since @channel has no escape. */
function escape(character: string): string {
  if (character === '@') return `@${BREAK}`;
  return MARKUP.test(character) ? `\\${character}` : character;
}

/** A Mattermost message of plain lines. */
export function shapeMattermost(news: HookNews, url: string): object {
  const { incident, text } = news;
  const byline = bylineOf(news);
  const lines = [
    `**${escapedWithin(headlineOf(news), LINE_MAX, escape)}**`,
    ...(incident ? [escapedWithin(incident.title, LINE_MAX, escape)] : []),
    ...(text ? [escapedWithin(text, TEXT_MAX, escape)] : []),
    `${byline ? `${escapedWithin(byline, LINE_MAX, escape)} · ` : ''}[Open in Warroom](${url})`,
  ];
  return { text: lines.join('\n') };
}
