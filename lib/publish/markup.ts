/** Markup that was made here; everything else is text and is escaped. */
export type Markup = { readonly html: string };
type Part = Markup | string | number | null | false | readonly Part[];

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text that stands for itself in HTML and XML, between quotes too. What XML cannot hold is left out. */
export const escaped = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? '');

function written(part: Part): string {
  if (part === null || part === false) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return 'html' in part ? part.html : part.map(written).join('');
}

/** A piece of markup. Values are escaped, so attributes need their quotes. */
export const markup = (texts: TemplateStringsArray, ...parts: Part[]): Markup => ({
  html: texts.reduce((all, text, index) => all + written(parts[index - 1] ?? null) + text),
});

/** Markup from a file of our own. */
export const trusted = (html: string): Markup => ({ html });

const ADDRESS = /(https?:\/\/[^\s<>"'`\\^{}|]+)/i;
// A full stop or a bracket behind an address belongs to the sentence.
const TRAILING = /[.,;:!?)\]]+$/;

/** An address that may be linked: absolute, http or https; null for anything else. */
export function linkable(text: string | null): string | null {
  if (text === null || !URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}

function piece(text: string, isAddress: boolean): Markup {
  const trailing = isAddress ? (TRAILING.exec(text)?.[0] ?? '') : '';
  const address = isAddress ? text.slice(0, text.length - trailing.length) : '';
  const href = linkable(address);
  if (href === null) return markup`${text}`;
  return markup`<a href="${href}" rel="nofollow noopener noreferrer">${address}</a>${trailing}`;
}

/** Plain text as paragraphs and lines, with links for http and https addresses. */
export function prose(text: string): Markup {
  const paragraphs = text.split(/(?:\r?\n){2,}/).filter((one) => one.trim() !== '');
  const lines = (paragraph: string) =>
    paragraph.split(/\r?\n/).map((line, index) => {
      const pieces = line.split(ADDRESS).map((part, place) => piece(part, place % 2 === 1));
      return markup`${index > 0 && markup`<br>`}${pieces}`;
    });
  return markup`${paragraphs.map((paragraph) => markup`<p>${lines(paragraph)}</p>`)}`;
}
