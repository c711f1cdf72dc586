import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits as text, after a prefix to recognise them by. */
export const opaqueSecret = (prefix: string): string => prefix + randomBytes(32).toString('base64url');

/** SHA-256, hexadecimal: all that is stored of an opaque secret. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Compares without saying by its time how much was right, whatever the lengths. */
export function sameSecret(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
