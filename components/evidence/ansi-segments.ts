import { AnsiUp } from 'ansi_up';
import type { CSSProperties } from 'react';

export type AnsiSegment = { text: string; classes: string; style: CSSProperties | undefined };

const ESCAPE = '\u001b';
const TAG = /<span(?: style="([^"]*)")?(?: class="([^"]*)")?>|<\/span>/g;
const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" };
// The reader drops the words of a terminal hyperlink along with its address.
const HYPERLINK = new RegExp(`${ESCAPE}\\]8;[^\u0007${ESCAPE}]*(?:\u0007|${ESCAPE}\\\\)`, 'g');

const plain = (html: string) => html.replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity] ?? entity);

const STYLES: Record<string, (value: string) => CSSProperties> = {
  'font-weight': () => ({ fontWeight: 600 }),
  opacity: () => ({ opacity: 0.75 }),
  'font-style': () => ({ fontStyle: 'italic' }),
  'text-decoration': () => ({ textDecoration: 'underline' }),
  color: (color) => ({ color }),
  'background-color': (backgroundColor) => ({ backgroundColor }),
};

function styleOf(text: string): CSSProperties | undefined {
  if (!text) return undefined;
  const style: CSSProperties = {};
  for (const rule of text.split(';')) {
    const [name = '', value = ''] = rule.split(':');
    Object.assign(style, STYLES[name]?.(value));
  }
  return style;
}

/**
 * The coloured pieces of one line of output. The markup of ansi_up is read back into text and class names, so that
 * nothing from an output is ever handed to the browser as markup.
 */
export function ansiSegments(line: string): AnsiSegment[] {
  if (!line.includes(ESCAPE)) return [{ text: line, classes: '', style: undefined }];
  const reader = new AnsiUp();
  reader.use_classes = true;
  // What ends in the middle of an escape is held back by the reader; a reset brings it out.
  const html = reader.ansi_to_html(`${line.replace(HYPERLINK, '')}${ESCAPE}[0m`);
  const segments: AnsiSegment[] = [];
  let done = 0;
  let look: Omit<AnsiSegment, 'text'> = { classes: '', style: undefined };
  const take = (until: number) => {
    if (until > done) segments.push({ text: plain(html.slice(done, until)), ...look });
  };
  for (const match of html.matchAll(TAG)) {
    take(match.index);
    done = match.index + match[0].length;
    look =
      match[0] === '</span>' ? { classes: '', style: undefined } : { classes: match[2] ?? '', style: styleOf(match[1] ?? '') };
  }
  take(html.length);
  return segments;
}
