// A spreadsheet takes a cell that begins like this for a formula.
const LIKE_A_FORMULA = /^[=+\-@\t\r\n]/;

function cell(text: string): string {
  const plain = LIKE_A_FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n;]/.test(plain) || plain !== text ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** One line of a file that spreadsheets open, in which nothing is run as a formula. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;
