/** Lines that were entered and are not safe yet, as they stand in the field in front of what is being typed. */
export type EnteredLines = readonly string[];

/** What stands in the field behind the entered lines; all of it where somebody changed those meanwhile. */
function typedBehind(lines: EnteredLines, field: string): string {
  const entered = lines.join('');
  return field.startsWith(entered) ? field.slice(entered.length) : field;
}

/** The lines with the one that was entered now; null where nothing was typed since the last. */
export function enterLine(lines: EnteredLines, field: string): EnteredLines | null {
  const typed = typedBehind(lines, field);
  return typed.trim() === '' ? null : [...lines, typed];
}

/** What is left of the field when the first of the lines is safe. */
export function withoutFirst([first = '']: EnteredLines, field: string): string {
  return field.startsWith(first) ? field.slice(first.length) : field;
}

/** The field when the first of the lines was refused: every line on its own, and what is being typed behind them. */
export function giveBack(lines: EnteredLines, field: string): string {
  if (lines.length < 2 || !field.startsWith(lines.join(''))) return field;
  return [...lines, typedBehind(lines, field)].filter((line) => line !== '').join('\n');
}
