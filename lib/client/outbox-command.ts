import type { Problem } from '@/lib/contracts/problem';
import type { BodyFacts } from '@/lib/core/incident/command';

/** What the server refused for good, and why. */
export type Attention = { reason: string; problem: Problem | null };

/**
 * With which time it goes: a repeat must be the same to be known as one. [W1] What was sent at once carries none; where
 * no answer came it carries the time of writing from then on, unless the server says that it has the first (`isKnown`).
 */
export type SentAs = { at: string | null; wasUntimed?: boolean; isKnown?: boolean };

/** A command on its way, as it is kept on this device until the server has taken it. */
export type NewCommand = {
  id: string;
  userId: string;
  incidentId: string;
  name: string;
  input: unknown;
  /** The time that the person gave, RFC 3339. */
  at: string | null;
  /** When it was written by the clock of this device, and how far that was from the server's, where known. */
  writtenAtMs: number;
  clockOffsetMs: number | null;
  sentAs: SentAs | null;
  attention: Attention | null;
  /** Of an `evidence.add`: what is known here of the text or file. */
  body: BodyFacts | null;
  attachment: { contentType: string; sizeBytes: number } | null;
};

/** `order` is its place in the queue. */
export type OutboxCommand = NewCommand & { order: number };

/** When it was written, in the server's time. */
export const writtenAt = ({ writtenAtMs, clockOffsetMs }: NewCommand, presentOffsetMs: number): string =>
  new Date(writtenAtMs + (clockOffsetMs ?? presentOffsetMs)).toISOString();
