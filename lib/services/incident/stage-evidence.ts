import { inTransaction } from '@/lib/db/transaction';
import type { Caller } from '@/lib/auth/caller';
import { ServiceError } from '../errors';
import { bodyFromBytes, MAX_BODY_BYTES } from './evidence-body';
import { readCommandId, readTime } from './execute';
import type { IncidentDeps } from './incident-deps';
import { mustBeWelcome, wasTaken } from './prepare-body';
import type { SeenIncident } from './see-incident';
import type { StateCache } from './state-cache';
import { storeBody } from './store-body';

export type Upload = {
  incident: string;
  id: string;
  input: object;
  /** The time of the command that follows. */
  at?: string | null;
  contentType: string;
  stream: AsyncIterable<Uint8Array>;
};

const EMPTY_FACTS = { contentType: 'text/plain', sizeBytes: 0, lineCount: 0, sha256: '', preview: '', maskedCount: 0 };

async function gather(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of stream) {
    sizeBytes += chunk.length;
    if (sizeBytes > MAX_BODY_BYTES)
      throw new ServiceError('too_large', 'Evidence may have up to 10 MB. Cut it to the part that matters.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Stores the body of an evidence under the id of the `evidence.add` that follows. Who may not add it is refused before
 * the first byte is read.
 */
export function createStageEvidence(deps: IncidentDeps, cache: StateCache, see: SeenIncident) {
  return async (caller: Caller, { incident, id: rawId, input, at: rawAt, contentType, stream }: Upload): Promise<void> => {
    const id = readCommandId(rawId);
    const at = readTime(rawAt ?? null);
    const { incidentId } = await see(caller, incident);
    // A repeat is judged by its bytes below.
    if (!(await wasTaken(deps, id))) {
      const taking = { caller, id, name: 'evidence.add', input: { ...input, upload: id }, at, bodyHash: '', body: null };
      await mustBeWelcome(deps, cache, incidentId, taking, EMPTY_FACTS);
    }
    const body = bodyFromBytes(await gather(stream), contentType);
    await inTransaction(deps.pool, (client) => storeBody(client, { id, incidentId, uploadedBy: caller.actor.userId, body }));
  };
}
