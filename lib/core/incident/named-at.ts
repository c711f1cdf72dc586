import { calledApart } from '../called-apart';

export type Nameable = { userId: string; name: string; alias?: string };

const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}_]/u.test(character);

/**
 * Whom a text names at this place (behind the @): everybody who bears the longest name that it continues with, so that
 * "Ana Maria" is not read as "Ana", and "Ana (ana@example.org)" is one of two. `length` is that of the name as written.
 */
export function namedAt<P extends Nameable>(text: string, from: number, people: readonly P[]): { meant: P[]; length: number } {
  const written = text.slice(from).toLocaleLowerCase();
  const forms = people
    .flatMap((one) => [calledApart(one), one.name].map((form) => ({ one, form: form.toLocaleLowerCase() })))
    .filter(({ form }) => form !== '' && written.startsWith(form) && !isWord(written[form.length]));
  const length = Math.max(0, ...forms.map(({ form }) => form.length));
  return { meant: [...new Set(forms.filter(({ form }) => form.length === length).map(({ one }) => one))], length };
}
