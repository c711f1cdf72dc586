import { randomInt } from 'node:crypto';

const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

const group = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

/** A password to be read out and typed: 79 bits, without letters that are taken for others. */
export const randomPassword = (): string => [group(), group(), group(), group()].join('-');
