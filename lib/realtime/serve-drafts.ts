import * as z from 'zod/mini';
import type { Caller } from '@/lib/auth/caller';
import type { DraftAnswer, DraftRefusal } from '@/lib/contracts/socket';
import { isServiceError } from '@/lib/services/errors';
import type { DraftTables } from './draft-tables';
import type { LiveLog } from './live-ports';
import type { LiveSocket } from './member';
import { DraftChangeInput, DraftName } from './socket-input';

type Serving = {
  tables: DraftTables;
  /** Who this socket belongs to now; throws where that ended. */
  present: () => Promise<Caller>;
  isAllowed: () => boolean;
  log: LiveLog;
};

const HURRIED: DraftRefusal = { ok: false, code: 'too_many', message: 'Too many requests on this connection. Wait a second.' };
const ILL_FORMED: DraftRefusal = {
  ok: false,
  code: 'invalid',
  message: 'Send {incident} with draft:open, {incident, update} with draft:change.',
};

/** Lets one socket write drafts along. Who may is asked with every operation. */
export function serveDrafts(socket: LiveSocket, { tables, present, isAllowed, log }: Serving): void {
  const { drafts } = tables;

  function refusalOf(error: unknown): DraftRefusal {
    if (isServiceError(error)) return { ok: false, code: error.code, message: error.message };
    log.error({ err: error }, 'Working on a draft failed.');
    return { ok: false, code: 'failed', message: 'The server could not keep this just now. It is kept on this device.' };
  }

  function serve<Request extends z.core.$ZodType, Answer extends DraftAnswer | { ok: true }>(
    input: Request,
    work: (request: z.output<Request>) => Promise<Answer>,
  ) {
    return (request: unknown, answer: (answer: Answer | DraftRefusal) => void) => {
      if (typeof answer !== 'function') return;
      if (!isAllowed()) return answer(HURRIED);
      const parsed = z.safeParse(input, request);
      if (!parsed.success) return answer(ILL_FORMED);
      work(parsed.data).then(answer, (error: unknown) => answer(refusalOf(error)));
    };
  }

  const open = serve(DraftName, async ({ incident }) => {
    const { incidentId, document } = await drafts.open(await present(), incident);
    // Whoever is gone by now does not sit down any more.
    if (socket.connected) tables.sit(incidentId, socket);
    return { ok: true as const, document: Buffer.from(document).toString('base64') };
  });
  const change = serve(DraftChangeInput, async ({ incident, update }) => {
    const bytes = new Uint8Array(Buffer.from(update, 'base64'));
    const { incidentId } = await drafts.change(await present(), incident, bytes);
    tables.share(incidentId, bytes, socket);
    return { ok: true as const };
  });
  socket.on('draft:open', open);
  socket.on('draft:change', change);
  socket.on('draft:leave', (request) => {
    const parsed = z.safeParse(DraftName, request);
    if (isAllowed() && parsed.success) tables.leave(parsed.data.incident, socket);
  });
  socket.on('disconnect', () => tables.leaveAll(socket));
}
