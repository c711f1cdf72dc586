import * as Y from 'yjs';
import { DRAFT_FIELDS, draftTextOf } from '@/lib/contracts/update-draft';
import type { Audience } from '@/lib/core/incident/state';

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

/** What somebody writes who begins with an empty draft, as a change. */
export function written(text: string, audience: Audience = 'public', fields: Record<string, string | boolean> = {}): Uint8Array {
  const document = new Y.Doc();
  document.getText(draftTextOf(audience)).insert(0, text);
  for (const [name, value] of Object.entries(fields)) document.getMap(DRAFT_FIELDS).set(name, value);
  return Y.encodeStateAsUpdate(document);
}

/** The same, as it goes over the wire. */
export const sent = (...given: Parameters<typeof written>): string => base64(written(...given));

/** What these changes together say to an audience. */
export function textIn(changes: readonly (Uint8Array | string)[], audience: Audience = 'public'): string {
  const document = new Y.Doc();
  for (const change of changes) {
    Y.applyUpdate(document, typeof change === 'string' ? new Uint8Array(Buffer.from(change, 'base64')) : change);
  }
  return document.getText(draftTextOf(audience)).toString();
}
