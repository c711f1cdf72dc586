import type { Page } from '@playwright/test';
import { DESK, lineOf, openBrowserHouse, PHONE, type BrowserHouse } from './lib/browser-house';
import { enterRoom } from './lib/enter-room';
import { mustBe, told, type Figure, type Row, type Run } from './lib/figure';
import { stream } from './lib/stream';

type Scale = { lines: number; perSecond: number; forMs: number };

export const FULL: Scale = { lines: 200, perSecond: 20, forMs: 15_000 };

export type Shift = { value: number; what: string };
type Kept = { shifts: Shift[] };
type ShiftEntry = PerformanceEntry & { value: number; sources?: { node?: Node | null }[] };

async function watchShifts(page: Page): Promise<void> {
  await page.evaluate(() => {
    const kept = window as unknown as Kept;
    kept.shifts = [];
    const nameOf = (node: Node | null | undefined) => {
      const element = node instanceof Element ? node : node?.parentElement;
      return element ? `${element.tagName} ${(element.textContent ?? '').slice(0, 40)}` : 'gone';
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as ShiftEntry[])
        kept.shifts.push({ value: entry.value, what: (entry.sources ?? []).map(({ node }) => nameOf(node)).join('; ') });
    }).observe({ type: 'layout-shift' });
  });
}

export type Streamed = { size: string; events: number; shifts: Shift[] };

/** What moves by itself on the screen of somebody who looks on while events come in. */
export async function measureShifts(house: BrowserHouse, { lines, perSecond, forMs }: Scale): Promise<Streamed[]> {
  const found: Streamed[] = [];
  for (const [size, viewport] of Object.entries({ desk: DESK, phone: PHONE })) {
    const incident = await house.incidentOf(lines);
    const context = await house.openAs(1, { viewport, hasTouch: viewport === PHONE, isMobile: viewport === PHONE });
    const room = await enterRoom(await context.newPage(), incident);
    await room.page.evaluate(() => document.fonts.ready.then(() => undefined));
    await watchShifts(room.page);
    const events = stream(perSecond, (index) => house.take(incident, 'log.write', { text: lineOf(index) }));
    await room.page.waitForTimeout(forMs);
    const count = await events.stop();
    await room
      .line(lineOf(count - 1))
      .last()
      .waitFor();
    const shifts = await room.page.evaluate(() => (window as unknown as Kept).shifts);
    await context.close();
    found.push({ size, events: count, shifts });
  }
  return found;
}

export const sumOf = (shifts: readonly Shift[]): number => shifts.reduce((sum, { value }) => sum + value, 0);

async function run({ tell }: Run): Promise<Row[]> {
  const house = await openBrowserHouse(2);
  try {
    tell(`${FULL.perSecond} events/s for ${FULL.forMs / 1000} s, at a desk and on a phone`);
    const found = await measureShifts(house, FULL);
    return found.flatMap(({ size, events, shifts }) => [
      mustBe(
        `${size}: cumulative layout shift`,
        sumOf(shifts),
        0,
        shifts[0] && `${shifts.length} shifts, the first of ${shifts[0].what}`,
      ),
      told(`${size}: events that came in`, String(events)),
    ]);
  } finally {
    await house.stop();
  }
}

export const layoutShift: Figure = { name: 'CLS', title: 'Layout shift: what moves by itself while 20 events/s come in', run };
