import type { BrowserContext } from '@playwright/test';
import { openBrowserHouse, type BrowserHouse } from './lib/browser-house';
import { playRound, type Found, type Tab } from './lib/browser-round';
import { mustBe, told, type Figure, type Row, type Run } from './lib/figure';
import { seeded } from './lib/random';

const ROUNDS = 50;
const SEED = 9;
/** Whose the six pages are: two people have two tabs each. */
const OWNERS = [0, 0, 1, 1, 2, 3];

export const PEOPLE = 4;

export const sum = (found: readonly Found[]): Found => ({
  written: found.reduce((total, one) => total + one.written, 0),
  acknowledged: found.reduce((total, one) => total + one.acknowledged, 0),
  lost: found.reduce((total, one) => total + one.lost, 0),
  duplicated: found.reduce((total, one) => total + one.duplicated, 0),
  gaps: found.reduce((total, one) => total + one.gaps, 0),
  missing: found.reduce((total, one) => total + one.missing, 0),
  forgotten: found.reduce((total, one) => total + one.forgotten, 0),
  differing: found.flatMap(({ differing }) => differing),
});

/** Six pages of four people through so many incidents. */
export async function measureBrowsers(house: BrowserHouse, rounds: number, tell: Run['tell'] = () => undefined): Promise<Found> {
  const random = seeded(SEED);
  const contexts: BrowserContext[] = [];
  for (let person = 0; person < PEOPLE; person += 1) contexts.push(await house.openAs(person));
  const tabs: Tab[] = [];
  for (const owner of OWNERS) {
    const context = contexts[owner];
    if (context) tabs.push({ owner, context, page: await context.newPage() });
  }
  const found: Found[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    found.push(await playRound(house, tabs, round, random));
    if (round % 10 === 0) tell(`${round} rounds`);
  }
  for (const context of contexts) await context.close();
  return sum(found);
}

async function run({ tell }: Run): Promise<Row[]> {
  const house = await openBrowserHouse(PEOPLE);
  try {
    const found = await measureBrowsers(house, ROUNDS, tell);
    return [
      told('lines written by hand', `${found.written} in ${ROUNDS} rounds, six pages of four people`),
      told('answers that came to a page', String(found.acknowledged)),
      mustBe('acknowledged and lost', found.lost, 0),
      mustBe('duplicated', found.duplicated, 0),
      mustBe('gaps', found.gaps, 0),
      mustBe('pages with other lines or another order', found.differing.length, 0, found.differing[0]),
      mustBe('unsent, and not in the outbox after a reload', found.forgotten, 0),
      mustBe('written, and not there when all were back', found.missing, 0),
    ];
  } finally {
    await house.stop();
  }
}

export const r9Browsers: Figure = {
  name: 'R9',
  title: 'Real browsers: six pages, offline and back, reloads with a full outbox, two tabs of one person',
  run,
};
