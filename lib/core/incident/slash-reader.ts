import type { Instant } from '@/lib/core/ids';
import { parseLogText } from './log-text';
import { namedAt, type Nameable } from './named-at';

export type SlashContext = {
  /** Who can be named with an @. */
  people: readonly Nameable[];
  /** Who writes. */
  selfId: string;
  now: Instant;
  /** The writer's offset from UTC, in minutes. */
  offsetMin: number;
  /** The promise of the next update that stands, for what moves it. */
  nextUpdateAt?: Instant | null;
};

const DURATION = /^(?:(\d{1,3})\s?h(?:ours?)?)?\s?(?:(\d{1,4})\s?(?:m|min|minutes?)?)?(?=$|\s)/i;
const BECAUSE = /(?:^|\s)because\b[:,]?\s*/i;

/** Reads the words after a slash command from left to right; each method takes what it names, or leaves everything. */
export class SlashReader {
  constructor(
    private left: string,
    private readonly context: SlashContext,
  ) {
    this.left = left.trim();
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    const match = pattern.exec(this.left);
    if (!match || match[0] === '') return null;
    this.left = this.left.slice(match[0].length).trimStart();
    return match;
  }

  /** `H3`, `E12`, `T2`. */
  ref(letters: string): string | null {
    return (
      this.take(new RegExp(`^[${letters}][1-9]\\d{0,5}(?![\\w.-])[,:]?`, 'i'))?.[0]
        .replace(/[,:]$/, '')
        .toUpperCase() ?? null
    );
  }

  refs(letters: string): string[] {
    const found: string[] = [];
    for (let ref = this.ref(letters); ref !== null; ref = this.ref(letters)) {
      found.push(ref);
      this.take(/^(?:,|and\b)/i);
    }
    return found;
  }

  /** `#41` or `41`. */
  entry(): number | null {
    const number = this.take(/^#?([1-9]\d{0,8})(?![\w.-])/)?.[1];
    return number ? Number(number) : null;
  }

  /** One of these words, whatever its case. */
  word<T extends string>(choices: readonly T[]): T | null {
    const [first = ''] = this.left.split(/\s/, 1);
    const chosen = choices.find((choice) => choice.toLowerCase() === first.toLowerCase());
    if (chosen) this.take(/^\S+/);
    return chosen ?? null;
  }

  /** `@Ana Maria`, `@ana` where that is one person only, `@Ana (ana@example.org)` where there are two, or `me`. */
  person(): { userId: string; name: string } | null {
    const { people, selfId } = this.context;
    if (this.take(/^@?me(?!\w)/i)) return people.find((one) => one.userId === selfId) ?? { userId: selfId, name: 'you' };
    if (!this.left.startsWith('@')) return null;
    const { meant, length } = namedAt(this.left, 1, people);
    if (meant.length > 1) return null;
    const [whole] = meant;
    const written = this.left.slice(1).toLocaleLowerCase();
    const [first = ''] = written.split(/[\s,:]/, 1);
    const partly = people.filter(({ name }) => first !== '' && name.toLocaleLowerCase().startsWith(first));
    const found = whole ?? (partly.length === 1 ? partly[0] : undefined);
    if (!found) return null;
    this.left = this.left.slice(1 + (whole ? length : first.length)).trimStart();
    return found;
  }

  /** `15m`, `1h`, `1h30m`, `90`, as minutes. */
  minutes(): number | null {
    this.take(/^(?:for|in)\s(?=\d)/i);
    const match = this.take(DURATION);
    return match ? Number(match[1] ?? 0) * 60 + Number(match[2] ?? 0) : null;
  }

  /** `16:02`, `2026-11-23 16:02`, and the text after it, which may be empty. */
  time(): Instant | null {
    const [line = '', ...more] = this.left.split('\n');
    const parsed = parseLogText(`${line} .`, { now: this.context.now, offsetMin: this.context.offsetMin });
    const [entry] = parsed.ok ? parsed.lines : [];
    if (!entry) return null;
    this.left = [entry.text.replace(/ ?\.$/, ''), ...more].join('\n').trim();
    return entry.at;
  }

  /** What is left is the reason, with or without the word. Null where nothing is left. */
  because(): string | null {
    const match = BECAUSE.exec(this.left);
    return (match?.index === 0 ? this.left.slice(match[0].length) : this.left).trim() || null;
  }

  /** What stands before `because`, and the reason after it. */
  splitBecause(): { said: string; because: string | null } {
    const match = BECAUSE.exec(this.left);
    if (!match) return { said: this.left, because: null };
    return {
      said: this.left.slice(0, match.index).trim(),
      because: this.left.slice(match.index + match[0].length).trim() || null,
    };
  }

  /** Whether a reason, or nothing, is all that is left. */
  hasOnlyBecause(): boolean {
    return this.left === '' || BECAUSE.exec(this.left)?.index === 0;
  }

  rest(): string {
    return this.left;
  }
}
