import { uuidv7 } from 'uuidv7';
import { bodyFactsOf, type BodyFacts } from '@/lib/core/evidence/body';
import { PASTE_MAX } from '@/lib/core/incident/commands/add-evidence';
import { refuse, type Refusal } from '@/lib/core/incident/command';
import { parseInstant } from '@/lib/core/instant';
import type { NewCommand } from './outbox-command';

export type RunOptions = { at?: string | null; attachment?: Blob; contentType?: string };

type Around = { userId: string; incidentId: string; nowMs: number; clockOffsetMs: number | null };
export type Prepared = { ok: true; command: NewCommand; attachment: Blob | null };

export const ATTACHMENT_MAX_BYTES = 10 * 1024 * 1024;
export const COMMAND_MAX_BYTES = 1024 * 1024;

const TOO_LARGE_FILE = 'Evidence may have up to 10 MB. Cut it to the part that matters.';
const TOO_LARGE = 'This is larger than the server takes in one piece. Attach it as a file instead.';
const NO_IMAGE = 'This image is none that browsers show safely. Attach PNG, JPEG, GIF or WebP.';
const NO_TEXT = 'This file is neither text (UTF-8) nor an image. Attach what it says as text, or a PNG, JPEG, GIF or WebP of it.';
const NO_TIME = 'Give the time as RFC 3339 with a zone, for example 2026-11-23T16:05:00Z.';

// What only the server knows: the text after masking, and its hash.
const UNKNOWN_YET = { sha256: '', maskedCount: 0 };

const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/** Why a file cannot be evidence, as far as it can be told here; null where it can. */
async function refusalOf(attachment: Blob): Promise<Refusal | null> {
  if (attachment.size > ATTACHMENT_MAX_BYTES) return refuse('invalid', TOO_LARGE_FILE);
  if (attachment.type.startsWith('image/')) return IMAGE_TYPES.includes(attachment.type) ? null : refuse('invalid', NO_IMAGE);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await attachment.arrayBuffer());
    return text.includes('\0') ? refuse('invalid', NO_TEXT) : null;
  } catch {
    return refuse('invalid', NO_TEXT);
  }
}

async function factsOf(attachment: Blob): Promise<BodyFacts> {
  if (attachment.type.startsWith('image/')) {
    return { ...UNKNOWN_YET, contentType: attachment.type, sizeBytes: attachment.size, lineCount: null, preview: '' };
  }
  return { ...UNKNOWN_YET, contentType: 'text/plain', ...bodyFactsOf(await attachment.text()) };
}

type Body = { input: unknown; attachment: Blob | null; body: BodyFacts | null };

/** The parts of a command with output: a long paste becomes a file, and what can be known of it here is looked up. */
async function bodyOf(id: string, input: unknown, attachment: Blob | null): Promise<Body> {
  const text = (input as { text?: unknown } | null)?.text;
  if (attachment) return { input: { ...(input as object), upload: id }, attachment, body: await factsOf(attachment) };
  if (typeof text !== 'string') return { input, attachment: null, body: null };
  if (text.length > PASTE_MAX) {
    const { text: _long, ...rest } = input as Record<string, unknown>;
    return bodyOf(id, rest, new Blob([text], { type: 'text/plain' }));
  }
  return { input, attachment: null, body: { ...UNKNOWN_YET, contentType: 'text/plain', ...bodyFactsOf(text) } };
}

function typedAs(attachment: Blob | undefined, contentType: string | undefined): Blob | null {
  if (!attachment) return null;
  const type = contentType ?? attachment.type;
  // Whatever is no image is sent as text, and refused if it is none.
  const sent = type.startsWith('image/') ? type : 'text/plain';
  return sent === attachment.type ? attachment : attachment.slice(0, attachment.size, sent);
}

/**
 * A command ready for the outbox, with an id of its own. Refuses what the server would refuse for its size or its time,
 * so that none of it is ever queued. [O4]
 */
export async function prepareCommand(
  name: string,
  given: unknown,
  { at = null, attachment: file, contentType }: RunOptions,
  { userId, incidentId, nowMs, clockOffsetMs }: Around,
): Promise<Prepared | Refusal> {
  if (at !== null && !parseInstant(at)) return refuse('invalid', NO_TIME);
  const typed = typedAs(file, contentType);
  const refused = typed && (await refusalOf(typed));
  if (refused) return refused;
  const id = uuidv7();
  const plain = name === 'evidence.add' ? await bodyOf(id, given, typed) : null;
  const { input, attachment, body } = plain ?? { input: given, attachment: null, body: null };
  if (attachment && attachment.size > ATTACHMENT_MAX_BYTES) return refuse('invalid', TOO_LARGE_FILE);
  const sizeBytes = new TextEncoder().encode(JSON.stringify({ id, name, input, at })).length;
  if (sizeBytes > COMMAND_MAX_BYTES) return refuse('invalid', TOO_LARGE);
  const measured = attachment && { contentType: attachment.type, sizeBytes: attachment.size };
  const command: NewCommand = {
    id,
    userId,
    incidentId,
    name,
    input,
    at,
    writtenAtMs: nowMs,
    clockOffsetMs,
    sentAs: null,
    attention: null,
    body,
    attachment: measured,
  };
  return { ok: true, command, attachment };
}
