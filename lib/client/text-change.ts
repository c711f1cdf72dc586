/** One stretch of a text that was replaced. */
export type TextChange = { at: number; removed: number; inserted: string };

const isLow = (text: string, index: number) => /[\uDC00-\uDFFF]/.test(text[index] ?? '');

/** What makes `after` out of `before`, never in the middle of a character; null where they are the same. */
export function changeBetween(before: string, after: string): TextChange | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  if (isLow(before, start) || isLow(after, start)) start -= 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  if (isLow(before, before.length - end) || isLow(after, after.length - end)) end -= 1;
  return { at: start, removed: before.length - end - start, inserted: after.slice(start, after.length - end) };
}

/** Where a caret stands once somebody else changed the text around it. */
export function movedCaret(before: string, after: string, caret: number): number {
  const change = changeBetween(before, after);
  if (!change || caret <= change.at) return caret;
  const { at, removed, inserted } = change;
  if (caret < at + removed) return at + inserted.length;
  return caret + inserted.length - removed;
}
