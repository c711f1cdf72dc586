import type { HookNews } from './hook-news';

/** `INC-7 SEV1 · declared`, or what happened alone where it belongs to no incident. */
export const headlineOf = ({ incident, headline }: HookNews): string =>
  incident ? `${incident.key} ${incident.severity} · ${headline}` : headline;

/** `by Ana`, or null. */
export const bylineOf = ({ by }: HookNews): string | null => (by === null ? null : `by ${by}`);
