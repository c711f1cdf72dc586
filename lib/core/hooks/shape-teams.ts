import { bylineOf, headlineOf } from './headline-of';
import type { HookNews } from './hook-news';
import { escapedWithin } from './plain-words';

const TITLE_MAX = 300;
// A message has 28 KB in all.
const TEXT_MAX = 5000;

// A run of a RichTextBlock is plain: no markup, and a mention would need an entity that we never send.
const words = (text: string, max: number, look: object = {}) => ({
  type: 'RichTextBlock',
  inlines: [{ type: 'TextRun', text: escapedWithin(text, max), ...look }],
});

/** An Adaptive Card as an incoming webhook of Teams (Workflows) takes it. */
export function shapeTeams(news: HookNews, url: string): object {
  const { incident, text } = news;
  const byline = bylineOf(news);
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    body: [
      words(headlineOf(news), TITLE_MAX, { weight: 'Bolder', size: 'Medium' }),
      ...(incident ? [words(incident.title, TITLE_MAX)] : []),
      ...(text ? [words(text, TEXT_MAX)] : []),
      ...(byline ? [words(byline, TITLE_MAX, { isSubtle: true })] : []),
    ],
    actions: [{ type: 'Action.OpenUrl', title: 'Open in Warroom', url }],
  };
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content }],
  };
}
