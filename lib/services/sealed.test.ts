import { expect, test } from 'vitest';
import { seal, unseal } from './sealed';

test('what is sealed opens with the same secret only, and not when altered', () => {
  const sealed = seal('whsec_äöü', 'a secret');
  expect(unseal(sealed, 'a secret')).toBe('whsec_äöü');
  expect(unseal(sealed, 'another')).toBeNull();
  const bytes = Buffer.from(sealed, 'base64');
  bytes[bytes.length - 1]! ^= 1;
  expect(unseal(bytes.toString('base64'), 'a secret')).toBeNull();
  expect(unseal('', 'a secret')).toBeNull();
  expect(seal('same', 'a secret')).not.toBe(seal('same', 'a secret'));
});
