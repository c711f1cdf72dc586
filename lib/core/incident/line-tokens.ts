import { namedAt, type Nameable } from './named-at';

export type LineToken =
  | { kind: 'text'; text: string }
  | { kind: 'hypothesis' | 'evidence' | 'task' | 'entry'; text: string; ref: string }
  | { kind: 'mention'; text: string; userIds: string[] }
  | { kind: 'link'; text: string; href: string };

export type Known = {
  has: (ref: string) => boolean;
  lastSeq: number;
  people: readonly Nameable[];
};

const FAMILY = { H: 'hypothesis', E: 'evidence', T: 'task' } as const;

// A reference stands alone: not inside a word, a path, a version or a colour.
const FOUND =
  /(https?:\/\/[^\s<>"'`]+)|(?<![\w/.#-])([HET][1-9]\d{0,5})(?![\w-]|\.\d)|(?<![\w/&])#([1-9]\d{0,6})(?![\w-])|(?<![\w.])@(?=\S)/g;

const trimmedLink = (href: string) => href.replace(/[.,;:!?)\]}]+$/, '');

/** Cuts a line of the log into words, references that exist in this incident, people who exist, and web addresses. */
export function lineTokens(text: string, known: Known): LineToken[] {
  const tokens: LineToken[] = [];
  let done = 0;
  const take = (from: number, token: LineToken) => {
    if (from > done) tokens.push({ kind: 'text', text: text.slice(done, from) });
    tokens.push(token);
    done = from + token.text.length;
  };
  for (const match of text.matchAll(FOUND)) {
    const from = match.index;
    if (from < done) continue;
    const [, address, ref, seq] = match;
    if (address) {
      const href = trimmedLink(address);
      take(from, { kind: 'link', text: href, href });
    } else if (ref) {
      if (known.has(ref)) take(from, { kind: FAMILY[ref[0] as 'H' | 'E' | 'T'], text: ref, ref });
    } else if (seq) {
      if (Number(seq) <= known.lastSeq) take(from, { kind: 'entry', text: `#${seq}`, ref: seq });
    } else {
      const { meant, length } = namedAt(text, from + 1, known.people);
      const userIds = meant.map(({ userId }) => userId);
      if (meant.length > 0) take(from, { kind: 'mention', text: text.slice(from, from + 1 + length), userIds });
    }
  }
  if (done < text.length) tokens.push({ kind: 'text', text: text.slice(done) });
  return tokens;
}

/** Whom a line of the log mentions, each once. */
export function mentionedIn(text: string, people: readonly Nameable[]): string[] {
  const tokens = lineTokens(text, { has: () => false, lastSeq: 0, people });
  return [...new Set(tokens.flatMap((token) => (token.kind === 'mention' ? token.userIds : [])))];
}
