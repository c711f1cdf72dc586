import type { Services } from '@/lib/services/services';
import type { LiveReads } from './live-ports';

/** What the live server reads, from the services. */
export function liveReads({ incidents, people }: Services): LiveReads {
  const { find, readEvents, loadRoom, heads, range } = incidents;
  return {
    find,
    readEvents,
    loadRoom,
    heads,
    range,
    present: (identity) =>
      identity.kind === 'session' ? people.callerOfSession(identity.sessionId) : people.callerOfToken(identity.token),
  };
}
