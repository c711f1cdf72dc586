import * as Y from 'yjs';
import { DRAFT_FIELDS, draftTextOf } from '@/lib/contracts/update-draft';
import type { Audience } from '@/lib/core/incident/state';
import { changeBetween, movedCaret } from './text-change';

/** What the draft says to each audience, and everything else of it, by `name:audience`. */
export type DraftContent = { texts: Record<Audience, string>; fields: Readonly<Record<string, string | boolean>> };

/** `template`: what the text begins with. `shown`: what stood in the field when it was typed into. */
type Typing = { template: string; shown: string };

/** The origin of changes that were made here. */
export const HERE = 'here';

const hash = (text: string): number => {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return value;
};

// Two people who begin with the same template at the same moment make the very same change: it goes in once.
function seedOf(audience: Audience, template: string): Uint8Array {
  const seed = new Y.Doc();
  seed.clientID = hash(`${audience}:${template}`);
  seed.getText(draftTextOf(audience)).insert(0, template);
  return Y.encodeStateAsUpdate(seed);
}

/** The shared document of a draft as this browser has it. */
export function createDraftDocument() {
  const document = new Y.Doc();
  const fields = document.getMap<string | boolean>(DRAFT_FIELDS);
  const textOf = (audience: Audience) => document.getText(draftTextOf(audience));
  const typed = (audience: Audience) => `typed:${audience}`;

  return {
    document,
    content: (): DraftContent => ({
      texts: {
        team: textOf('team').toString(),
        stakeholders: textOf('stakeholders').toString(),
        public: textOf('public').toString(),
      },
      fields: fields.toJSON(),
    }),
    /**
     * Makes of what was `shown` what was typed, wherever that stands by now: others may have been quicker than what is shown.
     * The first to type brings the template along.
     */
    type(audience: Audience, next: string, { template, shown }: Typing): void {
      const text = textOf(audience);
      const isFirst = fields.get(typed(audience)) !== true;
      if (isFirst && text.length === 0) Y.applyUpdate(document, seedOf(audience, template), HERE);
      document.transact(() => {
        if (isFirst) fields.set(typed(audience), true);
        const change = changeBetween(shown, next);
        if (!change) return;
        const now = text.toString();
        const at = movedCaret(shown, now, change.at);
        text.delete(at, movedCaret(shown, now, change.at + change.removed) - at);
        text.insert(at, change.inserted);
      }, HERE);
    },
    /** Null takes it away. */
    set(values: Readonly<Record<string, string | null>>): void {
      document.transact(() => {
        for (const [name, value] of Object.entries(values)) {
          if (value === null) fields.delete(name);
          else if (fields.get(name) !== value) fields.set(name, value);
        }
      }, HERE);
    },
    /** Begins anew for one audience. */
    clear(audience: Audience): void {
      document.transact(() => {
        textOf(audience).delete(0, textOf(audience).length);
        for (const name of fields.keys()) if (name.endsWith(`:${audience}`)) fields.delete(name);
      }, HERE);
    },
    apply: (change: Uint8Array, origin: string) => Y.applyUpdate(document, change, origin),
    /** Whether a change came that builds on one which is not here. */
    isMissing: () => document.store.pendingStructs !== null || document.store.pendingDs !== null,
    /** What somebody with this document does not have; everything where it is left out. */
    since: (other?: Uint8Array) => Y.encodeStateAsUpdate(document, other && Y.encodeStateVectorFromUpdate(other)),
    onUpdate(hear: (change: Uint8Array, origin: unknown) => void): () => void {
      document.on('update', hear);
      return () => document.off('update', hear);
    },
  };
}
