const isLetter = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);

function atWordStart(text: string, wanted: string): number {
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) if (!isLetter(text[at - 1])) return at;
  return -1;
}

/** Letters that come in order; the closer together, the better. */
function scattered(text: string, wanted: string): number {
  let from = -1;
  let gaps = 0;
  for (const letter of wanted.replaceAll(' ', '')) {
    const next = text.indexOf(letter, from + 1);
    if (next === -1) return 0;
    if (from !== -1) gaps += next - from - 1;
    from = next;
  }
  return Math.max(0, 200 - gaps * 8);
}

/** How well a text answers what was typed: higher is better, 0 is not at all. */
export function rank(query: string, text: string): number {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return 1;
  const low = text.toLowerCase();
  if (low.startsWith(wanted)) return 1000 - low.length / 100;
  const word = atWordStart(low, wanted);
  if (word !== -1) return 800 - word / 10;
  const inside = low.indexOf(wanted);
  return inside === -1 ? scattered(low, wanted) : 500 - inside / 10;
}
