import { createHash } from 'node:crypto';
import type { EventType, IncidentEvent } from '@/lib/core/incident/events';
import { splitWords } from '@/lib/core/incident/words';

/** What the first event of an incident chains to. */
export const GENESIS = '0'.repeat(64);

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** JSON with sorted keys and no `undefined`: the same value always gives the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one ?? null)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, one]) => one !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
}

export const hashOf = (value: unknown): string => sha256(canonical(value));

export const wordsHashOf = (type: EventType, data: object): string => hashOf(splitWords(type, data).words);

/** SHA-256 over the hash before, everything of the event that a redaction leaves, and the hash of its words. */
export function eventHash(previous: string, event: IncidentEvent, wordsHash: string): string {
  const { hash: _hash, redacted: _redacted, data, ...envelope } = event;
  return hashOf([previous, envelope, splitWords(event.type, data).kept, wordsHash]);
}

export type ChainedEvent = IncidentEvent & { hash: string };

/** Chains events that follow `previous`. */
export function chain(previous: string, events: readonly IncidentEvent[]): { event: ChainedEvent; wordsHash: string }[] {
  let head = previous;
  return events.map((event) => {
    const wordsHash = wordsHashOf(event.type, event.data);
    head = eventHash(head, event, wordsHash);
    return { event: { ...event, hash: head }, wordsHash };
  });
}
