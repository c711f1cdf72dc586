import { chromium } from '@playwright/test';
import { startApp } from '@/e2e/fixtures/app';
import { openHouse } from '@/e2e/fixtures/house';
import { runScripts } from '@/e2e/scripts/run-scripts';
import { allVectors } from '@/e2e/scripts/vectors';
import { ensureChromium } from '@/lib/checks/find-chromium';
import { mustBe, told, type Figure, type Row, type Run } from './lib/figure';

const VECTORS_LEAST = 500;
/** Those that wait for somebody, or are for a terminal or a template, do not run by themselves in a page. */
const ALIVE_LEAST = 200;

function atLeast(what: string, count: number, least: number): Row {
  return { ...told(what, String(count)), bar: `>= ${least}`, verdict: count >= least ? 'held' : 'missed' };
}

const firstOf = (some: readonly unknown[]) => (some.length > 0 ? JSON.stringify(some[0]).slice(0, 300) : undefined);

async function run({ tell }: Run): Promise<Row[]> {
  const vectors = allVectors();
  const app = await startApp();
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  try {
    const house = await openHouse(app);
    const { counts, songs, missing, ranWithoutCare, ofPlantedHole } = await runScripts({ app, house, browser, vectors, tell });
    const isHeard = ofPlantedHole.filter(({ how }) => how === 'ran').length;
    const executed = songs.filter(({ how }) => ['ran', 'dialog', 'console', 'request'].includes(how));
    const left = songs.filter(({ how }) => ['markup', 'prototype'].includes(how));
    const thrown = songs.filter(({ how }) => how === 'exception');
    return [
      atLeast('vectors', vectors.length, VECTORS_LEAST),
      atLeast('of them ran where they were put in without care', ranWithoutCare, ALIVE_LEAST),
      mustBe('scripts of a planted hole that the canary heard', isHeard, 2),
      ...[...counts].map(([sink, count]) => told(sink, count.toLocaleString('en'))),
      mustBe('executed, asked for from elsewhere', executed.length, 0, firstOf(executed)),
      mustBe('left markup, a link that is a script, or a changed prototype', left.length, 0, firstOf(left)),
      mustBe('made a page throw', thrown.length, 0, firstOf(thrown)),
      mustBe('not shown as written', missing.length, 0, firstOf(missing)),
    ];
  } finally {
    await browser.close();
    await app.stop();
  }
}

export const s3Scripts: Figure = { name: 'S3', title: 'Scripts in whatever people write, in a real browser', run };
