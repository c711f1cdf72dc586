import type { Row } from './figure';

const HEADS = ['', 'ours', 'reference', 'result', 'bar', ''];

const VERDICTS = { held: 'held', missed: 'MISSED', invalid: 'INVALID', told: '' } as const;

/** Rows as text, columns aligned; notes below the line they belong to. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.what,
    row.ours,
    row.reference ?? '',
    row.result ?? '',
    row.bar ?? '',
    VERDICTS[row.verdict],
  ]);
  const filled = HEADS.map((_, column) => column === 0 || cells.some((line) => line[column] !== ''));
  const widths = HEADS.map((head, column) => Math.max(head.length, ...cells.map((line) => line[column]?.length ?? 0)));
  const lay = (line: readonly string[]) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .filter((_, column) => filled[column])
      .join('  ')
      .trimEnd();
  const lines = [lay(HEADS)];
  rows.forEach((row, index) => {
    lines.push(lay(cells[index] ?? []));
    if (row.note) lines.push(`    ${row.note}`);
  });
  return lines.join('\n');
}
