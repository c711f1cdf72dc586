import type { HookNews } from './hook-news';

/** For programs: the body of a Standard Webhooks message. */
export function shapeStandard({ type, at, incident, headline, text, by }: HookNews, url: string): object {
  return { type, timestamp: at, data: { incident, headline, text, by, url } };
}
