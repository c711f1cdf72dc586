import { uuidv7 } from 'uuidv7';
import type { BenchServices } from './bench-services';
import { seeded, shuffled } from './random';

/** Times as people in three places wrote them through a change of the clocks, in the order in which things happened. */
const CHANGES: { place: string; times: string[]; minutesBetween: number[] }[] = [
  {
    place: 'Berlin, autumn: 02:00-03:00 comes twice',
    times: ['02:30:00+02:00', '02:50:00+02:00', '02:10:00+01:00', '02:30:00+01:00', '03:00:00+01:00'].map(
      (time) => `2026-10-25T${time}`,
    ),
    minutesBetween: [20, 20, 20, 30],
  },
  {
    place: 'Berlin, spring: 02:00-03:00 never comes',
    times: ['2026-03-29T01:58:00+01:00', '2026-03-29T03:01:00+02:00', '2026-03-29T03:30:00+02:00'],
    minutesBetween: [3, 29],
  },
  {
    place: 'Chatham Islands, by a quarter of an hour beside the full one',
    times: ['2026-04-05T03:30:00+13:45', '2026-04-05T02:50:00+12:45', '2026-04-05T03:45:00+12:45'],
    minutesBetween: [20, 55],
  },
];

export type DaylightSaving = { written: number; wrongOrder: number; wrongDurations: number };

const MINUTE_MS = 60_000;

/** Log lines through changes of the clocks, sent in any order: the log has them as they happened, as far apart as they were. */
export async function measureDaylightSaving(b: BenchServices): Promise<DaylightSaving> {
  const caller = b.people[0]?.caller;
  if (!caller) throw new RangeError('Nobody is there to write.');
  const random = seeded(13);
  const result: DaylightSaving = { written: 0, wrongOrder: 0, wrongDurations: 0 };
  for (const { place, times, minutesBetween } of CHANGES) {
    const { key } = await b.declare(place);
    const lines = times.map((at, index) => ({ at, text: `Line ${index}` }));
    for (const { at, text } of shuffled(random, lines)) {
      await b.services.incidents.execute(caller, { incident: key, id: uuidv7(), name: 'log.write', input: { text }, at });
      result.written += 1;
    }
    const { events } = await b.services.incidents.readEvents(caller, key, { after: 0, limit: 100 });
    const atMs = new Map(
      events.flatMap((event) => (event.type === 'log.written' ? [[event.data.text, Date.parse(event.at)] as const] : [])),
    );
    minutesBetween.forEach((minutes, index) => {
      const tookMs = (atMs.get(`Line ${index + 1}`) ?? 0) - (atMs.get(`Line ${index}`) ?? 0);
      if (tookMs !== minutes * MINUTE_MS) result.wrongDurations += 1;
    });
    const { text } = await b.services.incidents.exportLog(caller, key, 'txt', 0);
    const shown = [...text.matchAll(/Line (\d+)/g)].map(([, index]) => Number(index));
    result.wrongOrder += shown.filter((index, place) => index !== place).length + Math.abs(shown.length - lines.length);
  }
  return result;
}
