import type { Actor } from '@/lib/core/incident/events';

/** Who is calling, as looked up for this request: a session of a browser or a personal token. */
export type Caller = { actor: Actor; sessionId: string | null; tokenId: string | null };
