import type { Caller } from '@/lib/auth/caller';
import { AUDIENCES } from '@/lib/core/incident/state';
import { latestUpdate } from '@/lib/core/incident/commands/post-update';
import type { IncidentDeps } from '../incident/incident-deps';
import type { TakePart } from '../incident/take-part';
import { isServiceError } from '../errors';
import { changeDraft, readDraft } from './draft-row';
import { mergeDraft, withoutPosted, type Said } from './merge-draft';

const EMPTY = Uint8Array.of(0, 0);

/**
 * The draft of an update that people write together. Every verb throws `not_found` for who may not see the incident, and
 * `forbidden` for who takes no part in it: viewers, observers, tokens that only read.
 */
export function createDrafts({ pool, clock }: Pick<IncidentDeps, 'pool' | 'clock'>, takePart: TakePart) {
  /** Takes what was posted out of the draft; answers with that change, or null where it was none of it. */
  async function posted(incidentId: string, said: readonly Said[]): Promise<Uint8Array | null> {
    const stored = await readDraft(pool, incidentId);
    if (stored === null || withoutPosted(stored, said) === null) return null;
    let change: Uint8Array | null = null;
    await changeDraft(pool, { incidentId, now: clock() }, (present) => {
      const left = present && withoutPosted(present, said);
      change = left?.change ?? null;
      return left?.document ?? null;
    });
    return change;
  }

  return {
    posted,
    async open(caller: Caller, incident: string): Promise<{ incidentId: string; document: Uint8Array }> {
      const { incidentId, state } = await takePart(caller, incident);
      const last = AUDIENCES.flatMap((audience) => latestUpdate(state, audience) ?? []);
      // Who posted may have died before the draft was cleared.
      await posted(incidentId, last);
      return { incidentId, document: (await readDraft(pool, incidentId)) ?? EMPTY };
    },
    /** Merges a change, a binary update of Yjs, into the draft. Throws as `mergeDraft` does. */
    async change(caller: Caller, incident: string, change: Uint8Array): Promise<{ incidentId: string }> {
      const { incidentId } = await takePart(caller, incident);
      await changeDraft(pool, { incidentId, now: clock() }, (stored) => mergeDraft(stored, change));
      return { incidentId };
    },
    /** Whether this person may hear of the draft now. */
    async mayRead(caller: Caller, incidentId: string): Promise<boolean> {
      return takePart(caller, incidentId).then(
        () => true,
        (error: unknown) => {
          if (isServiceError(error) && (error.code === 'not_found' || error.code === 'forbidden')) return false;
          throw error;
        },
      );
    },
  };
}

export type Drafts = ReturnType<typeof createDrafts>;
