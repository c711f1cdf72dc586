// Control characters do nothing good in a chat; line breaks stay.
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

const MORE = '…';

/** Text without control characters and without what turns the direction of writing. */
export const plain = (text: string): string => text.replace(/\r\n?/g, '\n').replace(CONTROLS, ' ');

/** At most `max` UTF-16 units of what `escape` makes of a text, cut between characters, with an ellipsis where it was cut. */
export function escapedWithin(text: string, max: number, escape: (character: string) => string = (one) => one): string {
  let cut = '';
  let fits = '';
  // No more of it can be in the answer, whatever it is.
  for (const character of plain(text.slice(0, max + 2))) {
    const piece = escape(character);
    if (cut.length + piece.length > max) return `${fits.trimEnd()}${MORE}`;
    cut += piece;
    if (cut.length <= max - MORE.length) fits = cut;
  }
  return cut;
}
