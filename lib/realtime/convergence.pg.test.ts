import { afterAll, describe, expect, it } from 'vitest';
import { convergeSeeds } from '@/lib/client/testing/converge-seeds';
import { testDatabase } from '@/lib/db/testing/test-database';
import { convergenceOver } from './testing/convergence-over';

const db = await testDatabase();
afterAll(() => db.close());

const SEEDS = 100;
const OPERATIONS = 60;

describe('[R1] whatever the network does', () => {
  it(`all tabs converge and no promise is broken, ${SEEDS} seeds`, { timeout: 120_000 }, async () => {
    const { failed, written, seeds } = await convergeSeeds({
      open: await convergenceOver(db),
      seeds: SEEDS,
      operations: OPERATIONS,
    });
    expect(failed).toEqual([]);
    expect(seeds).toBe(SEEDS);
    expect(written).toBeGreaterThan(SEEDS * 10);
  });
});
