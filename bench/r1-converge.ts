import { convergeSeeds } from '@/lib/client/testing/converge-seeds';
import { convergenceOver } from '@/lib/realtime/testing/convergence-over';
import { mustBe, told, type Figure } from './lib/figure';
import { onFreshDatabase } from './lib/open-fresh';

const SEEDS = 1000;
const OPERATIONS = 200;

export const r1Converge: Figure = {
  name: 'R1',
  title: 'All clients converge: 2-8 tabs, drops, repeats, reordering, reloads, wrong clocks',
  run: ({ tell }) =>
    onFreshDatabase(async (db) => {
      const done = (count: number) => count % 100 === 0 && tell(`${count} seeds`);
      const found = await convergeSeeds({ open: await convergenceOver(db), seeds: SEEDS, operations: OPERATIONS, done });
      const [first] = found.failed;
      const words = first ? ` (seed ${first.seed}: ${first.faults[0]})` : '';
      return [
        told('seeds x operations', `${found.seeds} x ${OPERATIONS}, ${found.written.toLocaleString('en')} commands kept`),
        mustBe(`seeds that diverged or broke a promise${words}`, found.failed.length, 0),
      ];
    }),
};
