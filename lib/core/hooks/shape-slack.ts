import { bylineOf, headlineOf } from './headline-of';
import type { HookNews } from './hook-news';
import { escapedWithin } from './plain-words';

const HEADER_MAX = 150;
const SECTION_MAX = 3000;
const FALLBACK_MAX = 1000;

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
// With these three escaped nothing is a link, a mention or <!channel>.
const escape = (character: string) => ESCAPES[character] ?? character;

// Words of people go into plain_text, in which Slack reads no markup at all.
const words = (text: string, max: number) => ({ type: 'plain_text', text: escapedWithin(text, max), emoji: false });

/** A Slack message: blocks, and a text for the notification of it. */
export function shapeSlack(news: HookNews, url: string): object {
  const { incident, text } = news;
  const title = incident ? `${headlineOf(news)}: ${incident.title}` : headlineOf(news);
  const foot = [words(bylineOf(news) ?? 'Warroom', FALLBACK_MAX), { type: 'mrkdwn', text: `<${url}|Open in Warroom>` }];
  return {
    text: escapedWithin(title, FALLBACK_MAX, escape),
    unfurl_links: false,
    link_names: false,
    blocks: [
      { type: 'header', text: words(headlineOf(news), HEADER_MAX) },
      ...(incident ? [{ type: 'section', text: words(incident.title, SECTION_MAX) }] : []),
      ...(text ? [{ type: 'section', text: words(text, SECTION_MAX) }] : []),
      { type: 'context', elements: foot },
    ],
  };
}
