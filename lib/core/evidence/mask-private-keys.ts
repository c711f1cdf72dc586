const BEGIN = /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/g;
const END = '-----END ';
const DASHES = '-----';
// What the lines of a key are made of, escaped line breaks and the marks of a diff included.
const BODY = /^[A-Za-z0-9+/=\s\\:,.-]*/;
const LONGEST = 16_384;

/** Where a key that begins before `from` ends: after its last line, or with its last key-like character where it was cut. */
function endOfKey(text: string, from: number, nextKey: number): number {
  const body = BODY.exec(text.slice(from, Math.min(from + LONGEST, nextKey)))?.[0] ?? '';
  const bodyEnd = from + body.length;
  const end = text.slice(from, Math.min(bodyEnd + 80, nextKey)).indexOf(END);
  if (end === -1) return bodyEnd;
  const close = text.indexOf(DASHES, from + end + END.length);
  return close === -1 || close > from + end + 80 ? bodyEnd : close + DASHES.length;
}

/** Replaces private keys in PEM form, whole or cut off. */
export function maskPrivateKeys(text: string): { text: string; maskedCount: number } {
  if (!text.includes('PRIVATE KEY')) return { text, maskedCount: 0 };
  const begins = [...text.matchAll(BEGIN)];
  const parts: string[] = [];
  let done = 0;
  for (const [index, begin] of begins.entries()) {
    const next = begins[index + 1]?.index ?? text.length;
    parts.push(text.slice(done, begin.index), '[masked: private key]');
    done = endOfKey(text, begin.index + begin[0].length, next);
  }
  return { text: parts.join('') + text.slice(done), maskedCount: begins.length };
}
