import type { EventData, EventType, Fact, FactOf } from './events';

/** Fields that hold what somebody wrote or pasted, and that a redaction takes away. Everything else of an event stays. */
const WORDS: { [T in EventType]?: readonly (keyof EventData[T])[] } = {
  'log.written': ['text'],
  'log.revised': ['text'],
  'evidence.added': ['title', 'source', 'preview'],
  'evidence.retitled': ['title'],
  'update.posted': ['text'],
  'update.corrected': ['text'],
};

const EMPTY: Record<string, unknown> = {
  text: '',
  title: 'Redacted',
  preview: '',
  source: { command: null, host: null, url: null, query: null },
};

const REDACTIONS = ['log.redacted', 'evidence.redacted', 'update.redacted'] as const;
export type Redaction = FactOf<(typeof REDACTIONS)[number]>;

/** Whether it takes words of earlier events away. */
export const isRedaction = <E extends { type: string }>(event: E): event is Extract<E, Pick<Redaction, 'type'>> =>
  (REDACTIONS as readonly string[]).includes(event.type);

type Data = Record<string, unknown>;

/** Parts an event's data: what a redaction takes (`words`) and what it leaves (`kept`). */
export function splitWords(type: EventType, data: object): { words: Data; kept: Data } {
  const named: readonly string[] = WORDS[type] ?? [];
  const words: Data = {};
  const kept: Data = {};
  for (const [key, value] of Object.entries(data)) (named.includes(key) ? words : kept)[key] = value;
  return { words, kept };
}

/** The data with a tombstone in place of every word, also of one that is missing. */
export function withoutWords(type: EventType, data: object): Data {
  const named: readonly string[] = WORDS[type] ?? [];
  return { ...data, ...Object.fromEntries(named.map((key) => [key, EMPTY[key]])) };
}

/** Whether this earlier event says what `redaction` takes away. */
export function losesWords(redaction: Fact, earlier: { seq: number; type: string; data: object }): boolean {
  const data = earlier.data as Data;
  if (redaction.type === 'log.redacted') {
    const { entrySeq } = redaction.data;
    return (
      (earlier.type === 'log.written' && earlier.seq === entrySeq) ||
      (earlier.type === 'log.revised' && data.entrySeq === entrySeq)
    );
  }
  if (redaction.type === 'evidence.redacted') {
    const speaks = earlier.type === 'evidence.added' || earlier.type === 'evidence.retitled';
    return speaks && data.evidenceId === redaction.data.evidenceId;
  }
  if (redaction.type === 'update.redacted') {
    const speaks = earlier.type === 'update.posted' || earlier.type === 'update.corrected';
    return speaks && data.updateId === redaction.data.updateId;
  }
  return false;
}
