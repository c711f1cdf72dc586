export type LineToken =
  | { kind: 'text'; text: string }
  | { kind: 'hypothesis' | 'evidence' | 'task' | 'entry'; text: string; ref: string }
  | { kind: 'mention'; text: string; userId: string }
  | { kind: 'link'; text: string; href: string };

export type Known = {
  has: (ref: string) => boolean;
  lastSeq: number;
  people: readonly (readonly [userId: string, name: string])[];
};

const FAMILY = { H: 'hypothesis', E: 'evidence', T: 'task' } as const;

// A reference stands alone: not inside a word, a path, a version or a colour.
const FOUND =
  /(https?:\/\/[^\s<>"'`]+)|(?<![\w/.#-])([HET][1-9]\d{0,5})(?![\w-]|\.\d)|(?<![\w/&])#([1-9]\d{0,6})(?![\w-])|(?<![\w.])@(?=\S)/g;

const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}_]/u.test(character);

/** The longest known name that the text continues with, so that "@Ana Maria" is not read as "@Ana". */
function personAt(text: string, from: number, people: Known['people']) {
  const rest = text.slice(from).toLocaleLowerCase();
  let best: readonly [string, string] | null = null;
  for (const person of people) {
    const name = person[1].toLocaleLowerCase();
    if (rest.startsWith(name) && !isWord(rest[name.length]) && name.length > (best?.[1].length ?? 0)) best = person;
  }
  return best;
}

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
      const person = personAt(text, from + 1, known.people);
      if (person) take(from, { kind: 'mention', text: text.slice(from, from + 1 + person[1].length), userId: person[0] });
    }
  }
  if (done < text.length) tokens.push({ kind: 'text', text: text.slice(done) });
  return tokens;
}
