import type { Instant } from '@/lib/core/ids';
import { markup, type Markup } from './markup';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August'].concat([
  ...['September', 'October', 'November', 'December'],
]);

const nameOf = (month: string) => MONTHS[Number(month) - 1] ?? '';

/** `26 Nov 2026`, of a day as `2026-11-26`. */
export function dayText(day: string, isShort = false): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const text = `${Number(date)} ${nameOf(month).slice(0, 3)}`;
  return isShort ? text : `${text} ${year}`;
}

/** `November 2026`, of `2026-11`. */
export const monthText = (month: string): string => `${nameOf(month.slice(5, 7))} ${month.slice(0, 4)}`;

export const timeText = (at: Instant): string => `${dayText(at.slice(0, 10))}, ${at.slice(11, 16)} UTC`;

type Local = 'beside' | 'hover';

/** A time in UTC; the script adds the reader's own beside it, or for the pointer. */
export const timeOf = (at: Instant, local: Local = 'beside'): Markup =>
  markup`<time datetime="${at}" data-utc="${local}">${timeText(at)}</time>`;

/** From when to when, the day and the zone once where they are the same; the script adds the reader's own behind it. */
export function rangeOf(from: Instant, to: Instant): Markup {
  const isOneDay = from.slice(0, 10) === to.slice(0, 10);
  const [begin, end] = isOneDay
    ? [timeText(from).replace(' UTC', ''), `${to.slice(11, 16)} UTC`]
    : [timeText(from), timeText(to)];
  return markup`<span data-range><time datetime="${from}" data-utc="hover">${begin}</time> to <time datetime="${to}" data-utc="hover">${end}</time></span>`;
}
