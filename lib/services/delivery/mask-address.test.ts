import { expect, it } from 'vitest';
import { maskAddress, maskUrl } from './mask-address';

it('an address is shown in part', () => {
  expect(['hanna.berg@example.org', 'ana@example.org', 'a@b.example', 'nobody'].map(maskAddress)).toEqual([
    'ha***@example.org',
    'a***@example.org',
    'a***@b.example',
    '***',
  ]);
  expect(['https://hooks.example.com/T1/secret?x=1', 'http://10.0.0.1:8080/', 'no address'].map(maskUrl)).toEqual([
    'https://hooks.example.com/…',
    'http://10.0.0.1:8080',
    '***',
  ]);
});
