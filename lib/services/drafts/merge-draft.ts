import * as Y from 'yjs';
import * as z from 'zod/mini';
import { DRAFT_FIELDS, DRAFT_MAX_BYTES, DRAFT_TEXTS, DraftFields, draftTextOf } from '@/lib/contracts/update-draft';
import type { Audience } from '@/lib/core/incident/state';
import { ServiceError } from '../errors';

const TOO_LARGE = 'This draft is longer than an update can be. Cut it, or start again from the template.';
const ILL_FORMED = 'This is no change of a draft. Reload the page and try again.';
const UNKNOWN_BEFORE = 'A change before this one did not arrive. Open the draft again.';

function documentOf(stored: Uint8Array | null): Y.Doc {
  const document = new Y.Doc();
  if (stored) Y.applyUpdate(document, stored);
  return document;
}

function mustBeDraft(document: Y.Doc): void {
  const known = new Set([DRAFT_FIELDS, ...DRAFT_TEXTS]);
  const hasOther = [...document.share.keys()].some((name) => !known.has(name));
  if (hasOther || !z.safeParse(DraftFields, document.getMap(DRAFT_FIELDS).toJSON()).success) {
    throw new ServiceError('invalid', ILL_FORMED);
  }
}

/**
 * The stored document with a change of somebody in it. Throws `invalid` for what is no change of a draft, `conflict` where
 * it builds on one that is not here, `too_large` from 64 kB on.
 */
export function mergeDraft(stored: Uint8Array | null, change: Uint8Array): Uint8Array {
  const document = documentOf(stored);
  try {
    Y.applyUpdate(document, change);
  } catch {
    throw new ServiceError('invalid', ILL_FORMED);
  }
  const { pendingStructs, pendingDs } = document.store;
  if (pendingStructs || pendingDs) throw new ServiceError('conflict', UNKNOWN_BEFORE);
  mustBeDraft(document);
  const merged = Y.encodeStateAsUpdate(document);
  if (merged.length > DRAFT_MAX_BYTES) throw new ServiceError('too_large', TOO_LARGE);
  return merged;
}

/** What was posted, as far as a draft can be it. */
export type Said = { audience: Audience; text: string };

/** The document without the drafts that were posted by now, and that change alone; null where none was. */
export function withoutPosted(stored: Uint8Array, posted: readonly Said[]): { document: Uint8Array; change: Uint8Array } | null {
  const document = documentOf(stored);
  const before = Y.encodeStateVector(document);
  const fields = document.getMap(DRAFT_FIELDS);
  const done = posted.filter(({ audience, text }) => {
    const written = document.getText(draftTextOf(audience));
    return written.length > 0 && written.toString().trimEnd() === text;
  });
  if (done.length === 0) return null;
  document.transact(() => {
    for (const { audience } of done) {
      const written = document.getText(draftTextOf(audience));
      written.delete(0, written.length);
      for (const name of fields.keys()) if (name.endsWith(`:${audience}`)) fields.delete(name);
    }
  });
  return { document: Y.encodeStateAsUpdate(document), change: Y.encodeStateAsUpdate(document, before) };
}
