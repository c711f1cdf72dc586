import { randomBytes } from 'node:crypto';

type PolicyOptions = {
  /** Where the sockets of our pages may go, besides to their own origin. */
  allowedOrigins: readonly string[];
  /** Where a sign-in form may lead. */
  formTargets: readonly string[];
  isDevelopment: boolean;
};

const socketOf = (origin: string) => origin.replace(/^http/, 'ws');

/** Makes the content security policy of one answer, around its nonce. */
export function createPolicy({ allowedOrigins, formTargets, isDevelopment }: PolicyOptions): (nonce: string) => string {
  // A policy has no notation for IPv6 addresses; there, as in every current browser, 'self' covers sockets too.
  const named = allowedOrigins.filter((origin) => !origin.includes('['));
  const connect = ["'self'", ...named.map(socketOf)].join(' ');
  const isSecure = allowedOrigins.every((origin) => origin.startsWith('https:'));
  return (nonce) =>
    [
      `default-src 'self'`,
      // Hot reload evaluates code; what is built does not.
      `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
      `style-src 'self' 'unsafe-inline'`,
      `img-src 'self' blob: data:`,
      `font-src 'self'`,
      `connect-src ${connect}`,
      `form-action ${["'self'", ...formTargets].join(' ')}`,
      `object-src 'none'`,
      `worker-src 'self'`,
      `base-uri 'none'`,
      `frame-ancestors 'none'`,
      ...(isSecure ? ['upgrade-insecure-requests'] : []),
    ].join('; ');
}

export const newNonce = (): string => randomBytes(16).toString('base64');

/** What every answer carries, pages and data alike. */
export function fixedHeaders(publicUrl: string): Record<string, string> {
  return {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
    ...(publicUrl.startsWith('https:') ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  };
}
