// Everything that starts markup somewhere in a line: emphasis, code, links, images, HTML, entities, tables, mathematics.
const INLINE = /[\\`*_{}[\]<>#|~&!$]/g;
// What starts a block only at the beginning of a line.
const BLOCK = /^(\s*)([-+=:]|\d{1,9}(?=[.)]))/;
// A web address between angle brackets is a link and nothing else; without them, escapes would become part of it.
const ADDRESS = /(https?:\/\/[^\s<>"'`\\]+)/;
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f\u0085\u2028\u2029]/g;

function escapedLine(line: string): string {
  const printable = line.replace(CONTROL, '').replace(/\t/g, ' ');
  const inert = printable
    .split(ADDRESS)
    .map((part, index) => (index % 2 === 1 ? `<${part.replaceAll('|', '%7C')}>` : part.replace(INLINE, '\\$&')))
    .join('');
  const block = inert.replace(BLOCK, (_all, space: string, mark: string) => {
    return /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`;
  });
  // Indentation would make a block of code.
  return block.replace(/^ +/, (spaces) => '\u00a0'.repeat(spaces.length)).trimEnd();
}

/** Text of one line, whose every character stands for itself in Markdown; line breaks become spaces. */
export const markdownLine = (text: string): string => escapedLine(text.replace(/\s*\r?\n\s*/g, ' ').trim());

/** Text of several lines, each a line of its own, indented by `indent` from the second on. */
export function markdownLines(text: string, indent: string): string {
  const lines = text.split(/\r?\n/).map(escapedLine);
  return lines.filter((line) => line !== '').join(`\\\n${indent}`);
}
