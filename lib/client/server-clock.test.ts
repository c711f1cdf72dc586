import { describe, expect, it } from 'vitest';
import { createServerClock } from './server-clock';

const NOON = Date.parse('2026-11-23T12:00:00.000Z');
const HOUR = 3_600_000;
const text = (ms: number) => new Date(ms).toISOString();

/** A device whose clock is `offMs` ahead of the server's. */
function device(offMs: number) {
  let serverMs = NOON;
  const clock = createServerClock({ nowMs: () => serverMs + offMs });
  const listened: number[] = [];
  clock.subscribe((offsetMs) => listened.push(offsetMs));
  return {
    clock,
    listened,
    /** Asks; the answer is given after `thereMs` and arrives after another `backMs`. */
    ask(thereMs: number, backMs: number, stepMs = 0): void {
      const askedAtMs = serverMs + offMs;
      const said = serverMs + thereMs;
      serverMs += thereMs + backMs;
      clock.measure(text(stepMs ? Math.floor(said / stepMs) * stepMs : said), askedAtMs, stepMs);
    },
    head: (agoMs: number) => clock.isDoubtedBy(text(serverMs - agoMs)),
    set(ms: number): void {
      offMs += ms;
    },
  };
}

describe('[R13] the time of the server', () => {
  it('is not known before the first word from it', () => {
    expect(device(0).clock.offsetMs()).toBeNull();
  });

  it('is that of the device, where the device may be right', () => {
    const { clock, ask } = device(300);
    ask(1000, 10);
    expect(clock.offsetMs()).toBe(0);
  });

  it.each([24 * HOUR, -24 * HOUR])('is found where the device is off by %i ms, the better the quicker the answers', (offMs) => {
    const { clock, ask, listened } = device(offMs);
    ask(100, 9000);
    expect(Math.abs((clock.offsetMs() ?? 0) + offMs)).toBeLessThanOrEqual(4550);
    expect(clock.preciseOffsetMs()).toBeNull();
    ask(30, 20);
    expect(Math.abs((clock.preciseOffsetMs() ?? 0) + offMs)).toBeLessThanOrEqual(25);
    const known = clock.offsetMs();
    ask(8000, 100);
    expect(Math.abs((clock.offsetMs() ?? 0) + offMs)).toBeLessThanOrEqual(25);
    expect(listened.at(-1)).toBe(clock.offsetMs());
    expect(known).not.toBeNull();
  });

  it('is found by a Date header to a second', () => {
    const { clock, ask } = device(HOUR);
    ask(250, 10, 1000);
    expect(Math.abs((clock.preciseOffsetMs() ?? 0) + HOUR)).toBeLessThanOrEqual(1000);
  });

  it('is found anew when the clock of the device is set', () => {
    const { clock, ask, head, set } = device(0);
    ask(10, 10);
    expect(head(500)).toBe(false);
    expect(head(15_000)).toBe(false);
    set(-HOUR);
    expect(head(500)).toBe(true);
    ask(10, 10);
    expect(Math.abs((clock.offsetMs() ?? 0) - HOUR)).toBeLessThanOrEqual(20);
    set(2 * HOUR);
    expect(head(500)).toBe(true);
  });
});
