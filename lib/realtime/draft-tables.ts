import type { Drafts } from '@/lib/services/drafts/drafts';
import type { Bus, BusMessage } from './bus';
import type { LiveLog } from './live-ports';
import type { LiveSocket } from './member';

/** What the live server asks of the drafts; each verb checks who asks. */
export type LiveDrafts = Pick<Drafts, 'open' | 'change' | 'mayRead' | 'posted'>;

type TablesOptions = { drafts: LiveDrafts; bus: Bus; node: string; log: LiveLog };

/** How many drafts one socket hears of. */
const OPEN_MAX = 10;

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/**
 * Who in this process writes which draft along. Changes may come in any order and twice; one that gets lost is found
 * again when the draft is opened anew.
 */
export function createDraftTables({ drafts, bus, node, log }: TablesOptions) {
  const tables = new Map<string, Set<LiveSocket>>();

  function leave(incidentId: string, socket: LiveSocket): void {
    const table = tables.get(incidentId);
    table?.delete(socket);
    if (table?.size === 0) tables.delete(incidentId);
  }

  // Rights may have changed since somebody sat down: they are looked up for every change.
  function tell(incidentId: string, update: string, from: LiveSocket | null): void {
    for (const socket of tables.get(incidentId) ?? []) {
      if (socket === from) continue;
      drafts.mayRead(socket.data.caller, incidentId).then(
        (may) => {
          if (may) socket.emit('draft:changed', { incident: incidentId, update });
          else leave(incidentId, socket);
        },
        (error: unknown) => log.warn({ err: error, incidentId }, 'A change of a draft was not passed on.'),
      );
    }
  }

  function share(incidentId: string, change: Uint8Array, from: LiveSocket | null): void {
    const update = base64(change);
    tell(incidentId, update, from);
    bus.publish({ kind: 'draft', node, incidentId, update });
  }

  return {
    drafts,
    leave,
    share,
    sit(incidentId: string, socket: LiveSocket): void {
      const table = tables.get(incidentId) ?? new Set();
      tables.set(incidentId, table.add(socket));
      const theirs = [...tables].filter(([, sockets]) => sockets.has(socket)).map(([id]) => id);
      const [oldest] = theirs;
      if (oldest !== undefined && theirs.length > OPEN_MAX) leave(oldest, socket);
    },
    leaveAll(socket: LiveSocket): void {
      for (const incidentId of tables.keys()) leave(incidentId, socket);
    },
    hear: ({ incidentId, update }: Extract<BusMessage, { kind: 'draft' }>) => tell(incidentId, update, null),
    /** What was just posted is no draft any more. */
    posted(incidentId: string, said: Parameters<LiveDrafts['posted']>[1]): void {
      if (said.length === 0) return;
      drafts.posted(incidentId, said).then(
        (change) => change && share(incidentId, change, null),
        (error: unknown) => log.warn({ err: error, incidentId }, 'A draft that was posted is cleared when it is opened next.'),
      );
    },
  };
}

export type DraftTables = ReturnType<typeof createDraftTables>;
