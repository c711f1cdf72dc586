import { createHash } from 'node:crypto';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
const LENGTH = 12;

/** What stands for an id of ours in public addresses: stable, and nothing leads back from it. */
export function publicIdOf(id: string): string {
  const hash = createHash('sha256').update(`status:${id}`).digest();
  let [bits, value, text] = [0, 0, ''];
  for (const byte of hash) {
    value = ((value << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5 && text.length < LENGTH) {
      bits -= 5;
      text += LETTERS[(value >> bits) & 31];
    }
  }
  return text;
}
