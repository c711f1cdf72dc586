import { uuidv7 } from 'uuidv7';
import { expect, it } from 'vitest';
import { confirmToken, isManageToken, manageToken, readConfirmToken, subscriberIn } from './link-tokens';

const HOUR_MS = 3_600_000;

it('a link that confirms is good for 72 hours, for one subscriber, and not when altered', () => {
  const [id, other] = [uuidv7(), uuidv7()];
  const at = new Date('2026-11-23T16:00:00Z');
  const token = confirmToken(id, at, 'a secret');
  const read = (text: string, hours = 0, secret = 'a secret') =>
    readConfirmToken(text, new Date(at.getTime() + hours * HOUR_MS), secret);
  expect(read(token)).toEqual({ id, isOver: false });
  expect(read(token, 71.9)).toEqual({ id, isOver: false });
  expect(read(token, 72)).toEqual({ id, isOver: true });
  expect(read(token, 0, 'another secret')).toBeNull();
  const [, when, signature] = token.split('.');
  const [whom] = confirmToken(other, at, 'a secret').split('.');
  expect(read(`${whom}.${when}.${signature}`)).toBeNull();
  expect(read(confirmToken(id, new Date(at.getTime() + HOUR_MS), 'a secret').replace(/\.[^.]+$/, `.${signature}`))).toBeNull();
  expect(['', '.', 'a.b.c', manageToken(id, 'a secret')].map((text) => read(text))).toEqual([null, null, null, null]);
});

it('a link that manages names its subscriber, and opens no other', () => {
  const [id, other] = [uuidv7(), uuidv7()];
  const token = manageToken(id, 'a secret');
  expect(subscriberIn(token)).toBe(id);
  expect(isManageToken(token, id, 'a secret')).toBe(true);
  expect(isManageToken(token, other, 'a secret')).toBe(false);
  expect(isManageToken(token, id, 'another')).toBe(false);
  expect(isManageToken(confirmToken(id, new Date(), 'a secret'), id, 'a secret')).toBe(false);
  expect([subscriberIn(''), subscriberIn('short'), subscriberIn('!!')]).toEqual([null, null, null]);
});
