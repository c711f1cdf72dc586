import { openBrowserHouse, type BrowserHouse } from './lib/browser-house';
import { enterRoom } from './lib/enter-room';
import { atMost, mustBe, round, told, type Figure, type Row, type Run } from './lib/figure';
import { median, percentile, range } from './lib/statistics';

type Scale = { notes: number };

export const FULL: Scale = { notes: 200 };

const KEY_EVERY_MS = 10;
const PATIENCE_MS = 10_000;

type Kept = { enteredAt: number; seenAt: Map<string, number> };

/** Both run on the one clock of this machine. */
const noteEnter = () => {
  const kept = window as unknown as Kept;
  const note = ({ key, timeStamp }: KeyboardEvent) => {
    if (key === 'Enter') kept.enteredAt = performance.timeOrigin + timeStamp;
  };
  window.addEventListener('keydown', note, true);
};

const noteSeen = () => {
  const kept = window as unknown as Kept;
  kept.seenAt = new Map();
  const look = () => {
    for (const line of document.querySelectorAll('[role=log] article')) {
      const text = /Note \d+ of two browsers/.exec(line.textContent ?? '')?.[0];
      if (!text || kept.seenAt.has(text)) continue;
      kept.seenAt.set(text, Number.NaN);
      // The frame after this one holds it.
      requestAnimationFrame(() => kept.seenAt.set(text, performance.timeOrigin + performance.now()));
    }
  };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
};

export type Notes = { tookMs: number[]; missing: number };

/** Two people in two browsers: one types a note and enters it, the other sees it. */
export async function measureNotes(house: BrowserHouse, { notes }: Scale): Promise<Notes> {
  const incident = await house.incidentOf(50);
  const [ana, bo] = [await house.openAs(0), await house.openAs(1)];
  const writer = await enterRoom(await ana.newPage(), incident);
  const reader = await enterRoom(await bo.newPage(), incident);
  await writer.page.evaluate(noteEnter);
  await reader.page.evaluate(noteSeen);
  const found: Notes = { tookMs: [], missing: 0 };
  for (let index = 0; index < notes; index += 1) {
    const text = `Note ${index} of two browsers`;
    await writer.composer.focus();
    await writer.page.keyboard.type(text, { delay: KEY_EVERY_MS });
    await writer.page.keyboard.press('Enter');
    const seenAt = (of: string) => (window as unknown as Kept).seenAt.get(of) || null;
    const seen = await reader.page.waitForFunction(seenAt, text, { timeout: PATIENCE_MS, polling: 20 }).catch(() => null);
    const enteredAt = await writer.page.evaluate(() => (window as unknown as Kept).enteredAt);
    const at = await seen?.jsonValue();
    if (typeof at === 'number') found.tookMs.push(at - enteredAt);
    else found.missing += 1;
  }
  await Promise.all([ana.close(), bo.close()]);
  return found;
}

async function run({ tell }: Run): Promise<Row[]> {
  const house = await openBrowserHouse(2);
  try {
    tell(`${FULL.notes} notes from one browser to another`);
    const { tookMs, missing } = await measureNotes(house, FULL);
    return [
      atMost('from Enter to the frame of the other person, p95', percentile(tookMs, 0.95), 300, 'ms'),
      told('p50, and the range', `${round(median(tookMs))} ms, ${range(tookMs).map(round).join('-')} ms`),
      mustBe('notes that did not come', missing, 0),
    ];
  } finally {
    await house.stop();
  }
}

export const noteLatency: Figure = {
  name: 'NOTE',
  title: 'A note typed and entered, until it is on the screen of somebody else',
  run,
};
