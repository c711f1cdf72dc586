import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { OutsideUrl } from './outside-url';

const read = (text: unknown) => z.safeParse(OutsideUrl, text);
const saysOf = (text: unknown) => read(text).error?.issues[0]?.message ?? 'taken';

describe('an address that people outside can open', () => {
  it.each([
    ['https://acme.example/postmortems/7', 'https://acme.example/postmortems/7'],
    ['  HTTP://Acme.Example:8080/a b#c ', 'http://acme.example:8080/a%20b#c'],
    ['https://10.example.com/', 'https://10.example.com/'],
    ['https://localhost.example.com/', 'https://localhost.example.com/'],
    ['https://fd.example/', 'https://fd.example/'],
    ['http://172.32.0.1/', 'http://172.32.0.1/'],
    ['http://100.128.0.1/', 'http://100.128.0.1/'],
    ['http://[2001:db8::1]/', 'http://[2001:db8::1]/'],
  ])('%j', (text, address) => expect(read(text).data).toBe(address));

  it.each([
    ...['http://localhost/', 'https://LOCALHOST:8443/x', 'http://wiki/postmortem', 'http://app.localhost/', 'http://nas.local/'],
    ...['http://wiki.corp.internal/', 'http://localhost./', 'http://127.0.0.1/', 'http://2130706433/', 'http://0x7f.1/'],
    ...['http://10.1.2.3/', 'http://172.16.0.1/', 'http://172.31.255.1/', 'http://192.168.1.1/', 'http://169.254.169.254/'],
    ...['http://100.64.0.1/', 'http://0.0.0.0/', 'http://[::1]/', 'http://[::]/', 'http://[fd00::1]/', 'http://[fe80::1]/'],
    'http://[::ffff:10.0.0.1]/',
  ])('not %j', (text) => expect(saysOf(text)).toMatch(/^Nobody outside could open it: .* Give an address/));

  it.each([
    ['https://ana:secret@acme.example/', /without a user name and password/],
    ['https://ana@acme.example/', /without a user name and password/],
    ['javascript:alert(1)', /begins with https/],
    ['data:text/html,x', /begins with https/],
    ['ftp://acme.example/', /begins with https/],
    ['/postmortems/7', /whole web address/],
    ['', /whole web address/],
    [7, /web address/],
    [`https://acme.example/${'x'.repeat(1000)}`, /1,000 characters/],
  ])('not %j', (text, says) => expect(saysOf(text)).toMatch(says));
});
