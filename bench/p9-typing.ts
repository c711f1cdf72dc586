import type { Page } from '@playwright/test';
import type { RoomPage } from '@/e2e/pages/room-page';
import { lineOf, openBrowserHouse, type BrowserHouse } from './lib/browser-house';
import { compare, inTurns } from './lib/compare';
import { enterRoom } from './lib/enter-room';
import { mustBe, round, told, type Figure, type Row, type Run } from './lib/figure';
import { median, percentile } from './lib/statistics';
import { stream } from './lib/stream';

type Scale = { repetitions: number; lines: number; keys: number; perSecond: number };

export const FULL: Scale = { repetitions: 6, lines: 10_000, keys: 250, perSecond: 50 };

const KEY_EVERY_MS = 40;
const TEXT = 'redis answers again after the limit was raised ';

type Sample = { p50Ms: number; p99Ms: number; typed: string; shown: string; streamed: number };
type KeyTimes = { keyTimes: number[] };

/** From the key, as the browser stamped it, until the frame with its letter has been handed on. */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const kept = window as unknown as KeyTimes;
    kept.keyTimes = [];
    const note = ({ timeStamp }: Event) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => kept.keyTimes.push(performance.now() - timeStamp);
        port2.postMessage(null);
      });
    window.addEventListener('keydown', note, true);
  });
}

async function type(room: RoomPage, keys: number): Promise<Omit<Sample, 'streamed'>> {
  const { page, composer } = room;
  const typed = TEXT.repeat(Math.ceil(keys / TEXT.length)).slice(0, keys);
  await composer.fill('');
  await composer.focus();
  await page.evaluate(() => void (window as unknown as KeyTimes).keyTimes.splice(0));
  await page.keyboard.type(typed, { delay: KEY_EVERY_MS });
  const times = await page.evaluate(() => (window as unknown as KeyTimes).keyTimes);
  const shown = await composer.inputValue();
  await composer.fill('');
  return { p50Ms: median(times), p99Ms: percentile(times, 0.99), typed, shown };
}

/** The same words typed into the same page, while events stream in and at rest, in turns. */
export async function measureTyping(house: BrowserHouse, { repetitions, lines, keys, perSecond }: Scale) {
  const incident = await house.incidentOf(lines);
  const context = await house.openAs(1);
  const room = await enterRoom(await context.newPage(), incident);
  await watchKeys(room.page);
  await type(room, Math.min(keys, 60));
  const rest = async (): Promise<Sample> => ({ ...(await type(room, keys)), streamed: 0 });
  const busy = async (): Promise<Sample> => {
    const events = stream(perSecond, (index) => house.take(incident, 'log.write', { text: lineOf(index) }));
    const sample = await type(room, keys);
    return { ...sample, streamed: await events.stop() };
  };
  const found = await inTurns(repetitions, busy, rest);
  await context.close();
  return found;
}

async function run({ tell }: Run): Promise<Row[]> {
  const house = await openBrowserHouse(2);
  try {
    tell(`${FULL.keys} keys ${FULL.repetitions} times, at rest and with ${FULL.perSecond} events/s into ${FULL.lines} lines`);
    const { ours, reference } = await measureTyping(house, FULL);
    const p50 = (samples: Sample[]) => median(samples.map(({ p50Ms }) => p50Ms));
    return [
      // The slowest hundredth wanders by nature: its median over the repetitions is what is compared.
      compare({
        ...{ what: 'key to frame, p99, beside at rest', unit: 'ms', bar: { atMost: 1.3 }, steadiness: Number.POSITIVE_INFINITY },
        ...{ ours: ours.map(({ p99Ms }) => p99Ms), reference: reference.map(({ p99Ms }) => p99Ms) },
      }),
      told('key to frame, p50', `${round(p50(ours))} ms against ${round(p50(reference))} ms`),
      told('events that came in meanwhile', String(ours.reduce((sum, { streamed }) => sum + streamed, 0))),
      mustBe(
        'texts that are not what was typed',
        [...ours, ...reference].filter(({ typed, shown }) => typed !== shown).length,
        0,
      ),
    ];
  } finally {
    await house.stop();
  }
}

export const p9Typing: Figure = {
  name: 'P9',
  title: 'Typing: from a key to its frame in a room of 10,000 lines, with 50 events/s coming in, beside the same page at rest',
  run,
};
