const HERE = 'http://warroom.invalid';
const INCIDENT = /^\/incidents\/[A-Z]+-\d+$/i;

/** Where to go after signing in: a path of ours, never another site. */
export function nextPath(asked: string | null | undefined): string {
  if (!asked?.startsWith('/') || !URL.canParse(asked, HERE)) return '/';
  const url = new URL(asked, HERE);
  if (url.origin !== HERE || url.pathname.startsWith('//') || url.pathname.startsWith('/sign-in')) return '/';
  const path = url.pathname + url.search + url.hash;
  // Who somebody is decides where an incident opens, and is known only then.
  return INCIDENT.test(path) ? `${path}/enter` : path;
}
