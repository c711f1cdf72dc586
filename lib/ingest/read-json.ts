import type { Instant } from '@/lib/core/ids';

export type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects in a list; nothing where it is no list. */
export const objectsIn = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

export const objectIn = (value: unknown): Json => (isObject(value) ? value : {});

// What a database can hold and a page should: no null bytes, no broken characters, no end.
const clean = (text: string, max: number) => text.replaceAll('\0', '').toWellFormed().slice(0, max).toWellFormed().trim();

/** One line of text, or null where there is none. */
export function lineIn(value: unknown, max: number): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  return clean(String(value).replace(/[\s\u2028\u2029]+/g, ' '), max) || null;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/** Text of several lines without the tags that some pages write it with, or null where there is none. */
export function proseIn(value: unknown, max: number): string | null {
  if (typeof value !== 'string') return null;
  const plain = value
    .slice(0, max * 4)
    .replace(/<br\s*\/?>|<\/(?:p|div|li)>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_all, name: string) => ENTITIES[name] ?? '')
    .replace(/\r\n?/g, '\n')
    .replace(/\n{3,}/g, '\n\n');
  return clean(plain, max) || null;
}

/** What something is called by there: text or a number. */
export const idIn = (value: unknown): string | null => lineIn(value, 200);

/** What a word or a number stands for; null for every other. */
export function meaningIn<T>(meanings: Readonly<Record<string, T>>, value: unknown): T | null {
  const word = idIn(value) ?? '';
  return Object.hasOwn(meanings, word) ? (meanings[word] ?? null) : null;
}

const NO_ZONE = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)$/;
const [EARLIEST, LATEST] = ['1990-01-01T00:00:00.000Z', '2100-01-01T00:00:00.000Z'];

/** An instant; a time without a zone is taken for UTC. Null where it is no time, or one that no page can mean. */
export function instantIn(value: unknown): Instant | null {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d/.test(value)) return null;
  const bare = NO_ZONE.exec(value);
  const date = new Date(bare ? `${bare[1]}T${bare[2]}Z` : value);
  if (Number.isNaN(date.getTime())) return null;
  const at = date.toISOString();
  return at >= EARLIEST && at < LATEST ? at : null;
}

/** The host of a web address, or null. */
export function hostIn(value: unknown): string | null {
  if (typeof value !== 'string' || !URL.canParse(value)) return null;
  return new URL(value).host.slice(0, 200) || null;
}

/** Each once, by a name; the last one says how it is. */
export const distinctBy = <T>(all: readonly T[], nameOf: (one: T) => string): T[] => [
  ...new Map(all.map((one) => [nameOf(one), one])).values(),
];

/** Puts a sentence in where there is something to say. */
export const leftOut = (count: number, what: string): string[] => (count > 0 ? [`${count.toLocaleString('en')} ${what}`] : []);
