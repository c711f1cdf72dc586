/** Where to go after signing in: a path of ours, never another site. */
export function nextPath(asked: string | null | undefined): string {
  if (!asked?.startsWith('/') || /^\/[/\\]/.test(asked) || /[\u0000-\u001f\\]/.test(asked)) return '/';
  return asked.startsWith('/sign-in') ? '/' : asked;
}
