import { convergeSeeds } from '@/lib/client/testing/converge-seeds';
import { openDatabase } from '@/lib/db/database';
import { convergenceOver } from '@/lib/realtime/testing/convergence-over';
import { startDiskPostgres } from './lib/disk-postgres';
import { mustBe, told, type Figure, type Row, type Run } from './lib/figure';

const SEEDS = 1000;
const OPERATIONS = 200;

async function run({ tell }: Run): Promise<Row[]> {
  const postgres = await startDiskPostgres();
  const db = await openDatabase(await postgres.database());
  try {
    const done = (count: number) => void (count % 100 === 0 && tell(`${count} of ${SEEDS} seeds`));
    const found = await convergeSeeds({ open: await convergenceOver(db), seeds: SEEDS, operations: OPERATIONS, done });
    const [first] = found.failed;
    return [
      told(
        'operations',
        `${found.operations.toLocaleString('en')} in ${found.seeds.toLocaleString('en')} seeds`,
        `${found.written.toLocaleString('en')} commands written, ${found.events.toLocaleString('en')} events`,
      ),
      mustBe(
        'seeds that did not converge, or broke a promise',
        found.failed.length,
        0,
        first && `seed ${first.seed}: ${first.faults.slice(0, 3).join('; ')}`,
      ),
    ];
  } finally {
    await db.close();
    await postgres.stop();
  }
}

export const r1Converge: Figure = {
  name: 'R1',
  title: 'All clients converge: people in several tabs over a bad network, with wrong clocks',
  run,
};
