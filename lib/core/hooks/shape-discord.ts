import { bylineOf, headlineOf } from './headline-of';
import type { HookNews } from './hook-news';
import { escapedWithin } from './plain-words';

const TITLE_MAX = 256;
// All of an embed together has 6,000 characters.
const TEXT_MAX = 4096;
const FOOTER_MAX = 500;

const MARKUP = /[\\`*_~|>#[\]()<\-+@:]/;
/** A character that Discord would read as markup, a mention, a list or a link, with a backslash before it. */
const escape = (character: string) => (MARKUP.test(character) ? `\\${character}` : character);

const COLOURS: Record<string, number> = { SEV1: 0xb91c1c, SEV2: 0xc2410c, SEV3: 0xa16207, SEV4: 0x1d4ed8 };

/** A Discord message with one embed, in which nobody is mentioned. */
export function shapeDiscord(news: HookNews, url: string): object {
  const { incident, text, at } = news;
  const byline = bylineOf(news);
  const words = [incident?.title, text].filter((part) => part).join('\n\n');
  return {
    allowed_mentions: { parse: [] },
    embeds: [
      {
        title: escapedWithin(headlineOf(news), TITLE_MAX, escape),
        url,
        timestamp: at,
        color: COLOURS[incident?.severity ?? ''] ?? 0x525252,
        ...(words ? { description: escapedWithin(words, TEXT_MAX, escape) } : {}),
        // The footer is shown as it is.
        ...(byline ? { footer: { text: escapedWithin(byline, FOOTER_MAX) } } : {}),
      },
    ],
  };
}
