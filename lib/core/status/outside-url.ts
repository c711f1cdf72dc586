import * as z from 'zod/mini';

// Names that mean something only inside: without a dot, or kept for local use.
const INNER_NAME = /^[^.]*$|(?:^|\.)(?:localhost|local|internal|intranet|lan|home\.arpa)$/;
// Loopback, private, shared and link-local addresses, and those that name no host.
const V4 = /^\d+\.\d+\.\d+\.\d+$/;
const INNER_V4 = /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./;
const INNER_V6 = /^\[(?:::1?|f[cd][\da-f]{2}:.*|fe[89ab][\da-f]:.*|::ffff:.*)\]$/;

/** Whether a host, as URL gives it, is plainly one that only people inside reach. */
function isInner(hostname: string): boolean {
  if (hostname.startsWith('[')) return INNER_V6.test(hostname);
  const name = hostname.replace(/\.$/, '');
  return V4.test(name) ? INNER_V4.test(name) : INNER_NAME.test(name);
}

/** What keeps people outside from opening it, or null. */
function wrongWith(text: string): string | null {
  if (!URL.canParse(text)) return 'Give a whole web address, such as https://example.com/postmortem.';
  const { protocol, username, password, hostname } = new URL(text);
  if (!/^https?:$/.test(protocol)) return 'Give a web address that begins with https:// or http://.';
  if (username !== '' || password !== '') return 'Give the address without a user name and password: everybody would read them.';
  if (isInner(hostname))
    return `Nobody outside could open it: only people inside reach ${hostname}. Give an address that everybody reaches.`;
  return null;
}

const LONGEST = 1000;

/** A web address that people outside can open, as browsers write it. */
export const OutsideUrl = z.pipe(
  z
    .string({ error: 'Give a web address, such as https://example.com/postmortem.' })
    .check(z.maxLength(LONGEST, { error: 'An address has at most 1,000 characters.' })),
  z.transform((text: string, context) => {
    const message = wrongWith(text.trim());
    if (message === null) return new URL(text.trim()).href;
    context.issues.push({ code: 'custom', message, input: text });
    return z.NEVER;
  }),
);
