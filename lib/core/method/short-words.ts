/** Text on one line, cut at a word where it is longer than `most` UTF-16 units. */
export function shortWords(text: string, most: number): string {
  const line = text.replace(/[\s\u2028\u2029]+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1).toWellFormed();
  const atWord = cut.slice(0, cut.lastIndexOf(' '));
  return `${(atWord.length > most / 2 ? atWord : cut).replace(/\uFFFD$/, '')}…`;
}
