import { calledApart } from '@/lib/core/called-apart';
import { completeSlash, slashHelp } from '@/lib/core/incident/slash';
import type { IncidentState } from '@/lib/core/incident/state';
import type { Choice } from './choice';
import { completeEntry, ENTRY, entriesAfter, type EntryLine } from './complete-entry';

export type Completion = {
  from: number;
  choices: Choice[];
  /** What was typed says it whole already: Enter sends, it does not complete. */
  isWhole: boolean;
};

export type CompletionSource = {
  incident: Pick<IncidentState, 'hypotheses' | 'evidence' | 'tasks' | 'questions'>;
  people: readonly { userId: string; name: string; alias?: string }[];
  /** The lines of the log, the last one last; asked for only where a command takes one. */
  lines: () => readonly EntryLine[];
};

const MOST = 8;
const TOKEN_MAX = 40;

const numberOf = (ref: string) => Number(ref.slice(1));

function referencesOf({ incident }: CompletionSource, letters: string): Choice[] {
  const all: { ref: string; label: string }[] = [];
  const add = (letter: string, things: { ref: string; label: string }[]) => {
    if (letters.includes(letter)) all.push(...things.toSorted((a, b) => numberOf(b.ref) - numberOf(a.ref)));
  };
  add(
    'H',
    Object.values(incident.hypotheses).map(({ ref, statement }) => ({ ref, label: statement })),
  );
  add(
    'E',
    Object.values(incident.evidence).map(({ ref, title }) => ({ ref, label: title })),
  );
  add(
    'T',
    Object.values(incident.tasks).map(({ ref, text }) => ({ ref, label: text })),
  );
  add(
    'Q',
    Object.values(incident.questions)
      .filter(({ answer }) => answer === null)
      .map(({ ref, text }) => ({ ref, label: text })),
  );
  return all.map(({ ref, label }) => ({ key: ref, insert: `${ref} `, title: ref, detail: label }));
}

/** `#redis` finds what mentions it, `H` after a command finds hypotheses, `E1` those that begin so. */
function completeReference(typed: string, letters: string, source: CompletionSource): Choice[] {
  const wanted = typed.replace(/^#/, '').toLowerCase();
  const found = referencesOf(source, letters).filter(
    ({ title, detail }) =>
      title.toLowerCase().startsWith(wanted) || (typed.startsWith('#') && detail.toLowerCase().includes(wanted)),
  );
  return found.slice(0, MOST);
}

function completePerson(typed: string, { people }: CompletionSource): Choice[] {
  const wanted = typed.toLocaleLowerCase();
  const begins = (name: string) => name.toLocaleLowerCase().startsWith(wanted);
  const found = people.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
  return [...found.filter(({ name }) => begins(name)), ...found.filter(({ name }) => !begins(name))]
    .slice(0, MOST)
    .map((person) => ({
      key: person.userId,
      insert: `@${calledApart(person)} `,
      title: person.name,
      detail: person.alias ?? '',
      isName: true,
    }));
}

// The letters that the first word after a slash command may begin with, from its usage: `H2|T1 @NAME` -> HT.
function lettersAfter(word: string): string {
  const help = slashHelp.find((one) => one.word === word || one.also.includes(word));
  const [, first = ''] = help?.usage.split(' ') ?? [];
  return [...first.replace(/[[\]]/g, '').matchAll(/(?:^|\|)([HETQ])\d/g)].map((match) => match[1]).join('');
}

const tokenBefore = (text: string) => /(?:^|\s)(\S*)$/.exec(text)?.[1] ?? '';

/** What could be meant by the word before the caret, or null. */
export function completionAt(text: string, caret: number, source: CompletionSource): Completion | null {
  const before = text.slice(Math.max(0, caret - 2000), caret);
  const whole = text.slice(0, caret);
  const slash = /^\/([a-z-]*)$/i.exec(whole);
  if (slash) {
    const found = completeSlash(slash[1] ?? '');
    const isWhole = found[0]?.word === slash[1]?.toLowerCase();
    const choices = found.map(({ word, usage, help }) => ({
      key: word,
      insert: `/${word} `,
      title: usage,
      detail: help,
    }));
    return choices.length > 0 ? { from: 0, choices, isWhole } : null;
  }
  const mention = /(?:^|\s)@([^\n@]{0,40})$/.exec(before);
  if (mention) {
    const typed = mention[1] ?? '';
    const choices = completePerson(typed, source);
    return choices.length > 0 ? { from: caret - typed.length - 1, choices, isWhole: false } : null;
  }
  const token = tokenBefore(before);
  if (token.length > TOKEN_MAX) return null;
  const argument = /^\/([a-z-]+)\s+(\S*)$/i.exec(whole);
  const word = argument?.[1]?.toLowerCase() ?? '';
  const entries = entriesAfter(word);
  if (entries && !/^[HET]/i.test(token)) {
    const choices = completeEntry(token, entries, source.lines());
    return choices.length > 0 ? { from: caret - token.length, choices, isWhole: ENTRY.test(token) } : null;
  }
  // `#41` names a line of the log: it is no word to look for.
  if (ENTRY.test(token)) return null;
  const letters = argument ? lettersAfter(word) : '';
  const isReference =
    token.startsWith('#') || /^[HET]\d{1,5}$/i.test(token) || (letters !== '' && /^[HETQ]?\d{0,5}$/i.test(token));
  if (!isReference) return null;
  const choices = completeReference(token, token.startsWith('#') || letters === '' ? 'HET' : letters, source);
  const isWhole = choices.some(({ title }) => title.toLowerCase() === token.toLowerCase());
  return choices.length > 0 ? { from: caret - token.length, choices, isWhole } : null;
}

/** The text with a choice in place of what was typed, and where the caret stands then. */
export function withChoice(text: string, caret: number, from: number, { insert }: Choice): { text: string; caret: number } {
  const after = text.slice(caret).replace(/^ /, '');
  return { text: `${text.slice(0, from)}${insert}${after}`, caret: from + insert.length };
}
