/** An address of mail by which its owner recognises it and nobody else writes to it: `an***@example.org`. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  if (at <= 0) return '***';
  return `${address.slice(0, at > 3 ? 2 : 1)}***${address.slice(at)}`;
}

/** Where a call goes, without what may be a secret in its path: `https://hooks.example.com/…`. */
export function maskUrl(url: string): string {
  if (!URL.canParse(url)) return '***';
  const { origin, pathname, search } = new URL(url);
  return pathname === '/' && search === '' ? origin : `${origin}/…`;
}
