import { openBrowserHouse, lineOf, type BrowserHouse } from './lib/browser-house';
import { compare } from './lib/compare';
import type { Figure, Row, Run } from './lib/figure';

type Scale = { repetitions: number; lines: readonly number[] };

export const FULL: Scale = { repetitions: 21, lines: [10, 1000, 10_000] };

const WARM_UP = 2;

/** Milliseconds from the start of the navigation to the frame in which the last line of the log stands on the screen. */
async function open(house: BrowserHouse, incident: string, lastLine: string): Promise<number> {
  const context = await house.openAs(0);
  const page = await context.newPage();
  await page.addInitScript((text) => {
    const isShown = (line: Element) => {
      const log = line.closest('[role=log]')?.getBoundingClientRect();
      const box = line.getBoundingClientRect();
      return log !== undefined && box.height > 0 && box.top >= log.top - 1 && box.bottom <= log.bottom + 1;
    };
    const look = () => {
      const lines = [...document.querySelectorAll('[role=log] article')];
      const isThere = lines.some((line) => line.textContent?.includes(text) && isShown(line));
      // A frame later it is painted.
      requestAnimationFrame(isThere ? () => performance.mark('painted') : look);
    };
    requestAnimationFrame(look);
  }, lastLine);
  await page.goto(`/incidents/${incident}`);
  const painted = () => performance.getEntriesByName('painted')[0]?.startTime;
  const ms = await (await page.waitForFunction(painted, undefined, { polling: 50 })).jsonValue();
  await context.close();
  return ms ?? Number.NaN;
}

export type Opened = { lines: number; paintedMs: number[] }[];

/** Opens a short, a longer and a long room in turns. */
export async function measureOpening(house: BrowserHouse, { repetitions, lines }: Scale): Promise<Opened> {
  const rooms: { lines: number; incident: string; paintedMs: number[] }[] = [];
  for (const count of lines) rooms.push({ lines: count, incident: await house.incidentOf(count), paintedMs: [] });
  for (let repetition = -WARM_UP; repetition < repetitions; repetition += 1) {
    const turn = repetition % 2 === 0 ? rooms : rooms.toReversed();
    for (const room of turn) {
      const ms = await open(house, room.incident, lineOf(room.lines - 1));
      if (repetition >= 0) room.paintedMs.push(ms);
    }
  }
  return rooms;
}

async function run({ tell }: Run): Promise<Row[]> {
  const house = await openBrowserHouse(1);
  try {
    tell(`rooms of ${FULL.lines.join(', ')} lines, each opened ${FULL.repetitions} times`);
    const opened = await measureOpening(house, FULL);
    const [short, ...longer] = opened;
    return longer.map(({ lines, paintedMs }) =>
      compare({
        ...{ what: `${lines.toLocaleString('en')} lines: painted, beside 10`, unit: 'ms', bar: { atMost: 1.3 } },
        // A single navigation falls on frames and on a browser's own chores: it wanders, the median of many does not.
        steadiness: Number.POSITIVE_INFINITY,
        ...{ ours: paintedMs, reference: short?.paintedMs ?? [] },
      }),
    );
  } finally {
    await house.stop();
  }
}

export const p8LongRoom: Figure = {
  name: 'P8',
  title: 'Long room: from the address to the last line painted, of 10, 1,000 and 10,000 lines',
  run,
};
