import { convergeSeeds } from '@/lib/client/testing/converge-seeds';
import { runModel, type ModelRun } from '@/lib/core/incident/testing/model';
import { openDatabase, type Database } from '@/lib/db/database';
import { convergenceOver } from '@/lib/realtime/testing/convergence-over';
import { startDiskPostgres } from './lib/disk-postgres';
import { mustBe, told, type Figure, type Row, type Run } from './lib/figure';
import { compareTables } from './lib/tables-as-folded';

const COMMANDS = 100_000;
const PER_RUN = 10_000;
const TABLE_SEEDS = 60;
const TABLE_OPERATIONS = 300;

/** Random commands of every kind through the real write path; then what the events add up to beside the tables. */
export async function measureTables(db: Database, seeds: number, operations: number) {
  await convergeSeeds({ open: await convergenceOver(db), first: 50_000, seeds, operations });
  return compareTables(db.pool);
}

function modelled(tell: Run['tell']): ModelRun {
  const all: ModelRun = { commands: 0, accepted: 0, refused: 0, differences: [] };
  for (let seed = 1; all.commands < COMMANDS; seed += 1) {
    const { commands, accepted, refused, differences } = runModel(seed, PER_RUN);
    all.commands += commands;
    all.accepted += accepted;
    all.refused += refused;
    all.differences.push(...differences);
    tell(`${all.commands} commands`);
    if (differences.length > 0) break;
  }
  return all;
}

async function run({ tell }: Run): Promise<Row[]> {
  const { commands, accepted, refused, differences } = modelled(tell);
  const postgres = await startDiskPostgres();
  const db = await openDatabase(await postgres.database());
  try {
    tell('tables');
    const tables = await measureTables(db, TABLE_SEEDS, TABLE_OPERATIONS);
    return [
      told(
        'commands through the core and its model',
        commands.toLocaleString('en'),
        `${accepted.toLocaleString('en')} accepted, ${refused.toLocaleString('en')} refused`,
      ),
      mustBe('differences', differences.length, 0, differences[0] && JSON.stringify(differences[0]).slice(0, 400)),
      told('rows held against what the events add up to', `${tables.rows.toLocaleString('en')} of ${tables.incidents} incidents`),
      mustBe('rows that differ', tables.differences.length, 0, tables.differences.slice(0, 3).join('; ') || undefined),
    ];
  } finally {
    await db.close();
    await postgres.stop();
  }
}

export const r2Model: Figure = { name: 'R2', title: 'The core is its model, and the tables are what the events add up to', run };
