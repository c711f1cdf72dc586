import type { Instant } from '@/lib/core/ids';
import { SlashReader, type SlashContext } from './slash-reader';
import { SLASH_WORDS, type SlashCommand, type SlashWord } from './slash-words';

/** A command to send; or what is missing from it, with its usage. */
export type SlashAnswer = (SlashCommand & { ok: true; at?: Instant }) | { ok: false; word: string; usage: string; hint: string };

const SLASH = /^\/([a-z][a-z-]*)(?=\s|$)\s*/i;
const BRIEF_USAGE = '/brief';
const AT_USAGE = '/at 16:02 TEXT or /COMMAND';

const byWord = new Map<string, SlashWord>(SLASH_WORDS.flatMap((one) => [one.word, ...one.also].map((word) => [word, one])));

/** Words that begin a slash command, with usage and one line of help: what completion offers. */
export const slashHelp: readonly { word: string; also: readonly string[]; usage: string; help: string }[] = [
  ...SLASH_WORDS.map(({ word, also, usage, help }) => ({ word, also, usage, help })),
  { word: 'at', also: [], usage: AT_USAGE, help: 'Write it down at the time at which it happened' },
  { word: 'brief', also: [], usage: BRIEF_USAGE, help: 'Post the brief to the log' },
];

/** Those whose word, or other name, begins like this; the exact ones first. */
export function completeSlash(typed: string): typeof slashHelp {
  const start = typed.replace(/^\//, '').toLowerCase();
  const found = slashHelp.filter(({ word, also }) => [word, ...also].some((name) => name.startsWith(start)));
  const isExact = ({ word, also }: (typeof slashHelp)[number]) => word === start || also.includes(start);
  return [...found.filter(isExact), ...found.filter((one) => !isExact(one))];
}

function readAt(text: string, context: SlashContext): SlashAnswer {
  const missing = (hint: string): SlashAnswer => ({ ok: false, word: 'at', usage: AT_USAGE, hint });
  const reader = new SlashReader(text, context);
  const at = reader.time();
  if (at === null) return missing('Begin with a time that has passed, for example /at 16:02 checked the deploys.');
  const said = reader.rest();
  if (said === '') return missing('Write what happened after the time.');
  const nested = parseSlash(said, context);
  if (nested?.ok) return { ...nested, at };
  return nested ?? ({ ok: true, name: 'log.write', input: { text: said }, at } as SlashAnswer);
}

/**
 * Reads a line such as `/reject H1 E3 because Postgres answers`. Null where it is no slash command: it stays text. The
 * answer is asked of the incident like any other command; whether it may be done is decided there.
 */
export function parseSlash(line: string, context: SlashContext): SlashAnswer | null {
  const match = SLASH.exec(line);
  if (!match) return null;
  const word = match[1]?.toLowerCase() ?? '';
  const text = line.slice(match[0].length);
  if (word === 'at') return readAt(text, context);
  // Made from the state, which is not known here: whoever has it posts it as a note.
  if (word === 'brief')
    return { ok: false, word, usage: BRIEF_USAGE, hint: 'To post the brief to the log: /brief, and nothing after it.' };
  const found = byWord.get(word);
  if (!found) return null;
  const answer = found.read(new SlashReader(text, context), context);
  if (answer && !('hint' in answer)) return { ok: true, ...answer };
  return { ok: false, word: found.word, usage: found.usage, hint: answer?.hint ?? `Write it like this: ${found.usage}` };
}
