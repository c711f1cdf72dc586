import { expect, it } from 'vitest';
import { csvLine } from './csv';

it.each([
  ['ana@example.org', 'ana@example.org'],
  ['a,b', '"a,b"'],
  ['a"b', '"a""b"'],
  ['=1+1', `"'=1+1"`],
  ['+1@example.org', `"'+1@example.org"`],
  ['-2', `"'-2"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['\t=1', `"'\t=1"`],
  ['=HYPERLINK("http://evil.example","x")', `"'=HYPERLINK(""http://evil.example"",""x"")"`],
])('%s is a cell and never a formula', (text, written) => {
  expect(csvLine([text, 'x'])).toBe(`${written},x\r\n`);
});
