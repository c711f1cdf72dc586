import type { Instant } from '@/lib/core/ids';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `16:05 UTC`, with the date before it where it is another day than `near`: `23 Nov, 16:05 UTC`. */
export function dayAndClock(at: Instant, near: Instant): string {
  const clock = `${at.slice(11, 16)} UTC`;
  if (at.slice(0, 10) === near.slice(0, 10)) return clock;
  return `${Number(at.slice(8, 10))} ${MONTHS[Number(at.slice(5, 7)) - 1]}, ${clock}`;
}

/** `Orders`, `Orders and Search`, `Orders, Search and 3 more`. */
export function namesIn(names: readonly string[], most = 4): string {
  const shown = names.length > most ? [...names.slice(0, most - 1), `${names.length - most + 1} more`] : [...names];
  const last = shown.pop();
  return last === undefined ? '' : shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}

/** The beginning of a text on one line, at most `max` characters. */
export function briefly(text: string, max: number): string {
  const said = text.replace(/\s+/g, ' ').trim();
  return said.length <= max
    ? said
    : `${said
        .slice(0, max - 2)
        .trimEnd()
        .replace(/[\uD800-\uDBFF]$/, '')} …`;
}
