import { describe, expect, it } from 'vitest';
import { keyPath, signedForS3 } from './sign-s3';

// The examples of Amazon's documentation of Signature Version 4 for S3.
const signing = {
  ...{ region: 'us-east-1', accessKeyId: 'AKIAIOSFODNN7EXAMPLE' },
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  now: new Date('2013-05-24T00:00:00Z'),
};
const host = 'https://examplebucket.s3.amazonaws.com';
const signature = (headers: Record<string, string>) => /Signature=(.*)$/.exec(headers.authorization ?? '')?.[1];

describe('a request signed for S3', () => {
  it('is the documented one for an object', () => {
    const asked = { method: 'GET', url: new URL(`${host}/test.txt`), headers: { range: 'bytes=0-9' }, body: '' };
    expect(signature(signedForS3(asked, signing))).toBe('f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41');
  });

  it('is the documented one for a list', () => {
    const asked = { method: 'GET', url: new URL(`${host}/?max-keys=2&prefix=J`), headers: {}, body: '' };
    expect(signature(signedForS3(asked, signing))).toBe('34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7');
  });

  it('spells keys so that both sides read the same', () => {
    expect(keyPath("a b/c+d/é'(1)")).toBe('a%20b/c%2Bd/%C3%A9%27%281%29');
  });
});
