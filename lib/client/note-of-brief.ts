import type { RoomView } from './room-view';

// Longer than a brief mostly is; a log line takes more.
const MOST = 4000;

/** What writes a brief down; fetched after the room itself. */
export const loadBriefNote = () => import('@/lib/core/method/brief-note');

/** The brief as a line of the log, in UTC: it is read in every zone. */
export async function noteOfBrief({ drawn, clockOffsetMs }: Pick<RoomView, 'drawn' | 'clockOffsetMs'>): Promise<string> {
  const { briefNote } = await loadBriefNote();
  return briefNote(drawn, { now: new Date(Date.now() + clockOffsetMs).toISOString(), offsetMin: 0 }, MOST);
}
