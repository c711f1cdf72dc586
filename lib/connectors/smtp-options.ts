import { isIP } from 'node:net';
import { parseConnectionUrl } from 'nodemailer/lib/shared/index.js';
import type { SmtpOptions } from './smtp-session';

const TIMES = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 60_000, dnsTimeout: 5_000 };

const isLoopback = (host: string | undefined) => host === 'localhost' || host === '::1' || (host ?? '').startsWith('127.');

/**
 * How the mail server is reached: `smtp://user:pass@host:587`, encrypted with STARTTLS where the server can, and always
 * where there is a password; `smtps://` from the start. Options of nodemailer may follow as a query.
 */
export function smtpOptions(url: string): SmtpOptions {
  const { hostname } = new URL(url);
  const given = parseConnectionUrl(url) as SmtpOptions;
  const auth = given.auth && { user: decodeURIComponent(given.auth.user), pass: decodeURIComponent(given.auth.pass) };
  const host = hostname.replace(/^\[|\]$/g, '');
  const requireTLS = auth !== undefined && !isLoopback(host);
  return { ...TIMES, requireTLS, ...given, host, auth, name: isIP(host) ? undefined : given.name, logger: false };
}
