import { runConvergence, type ConvergenceResult } from './convergence';
import type { OpenServer } from './convergence-server';

type Seeds = {
  open: OpenServer;
  first?: number;
  seeds: number;
  operations: number;
  atOnce?: number;
  done?: (count: number) => void;
};

export type Converged = { seeds: number; operations: number; written: number; events: number; failed: ConvergenceResult[] };

/** [R1] Runs many seeds, a few at once; `failed` are those that did not converge or broke a promise. */
export async function convergeSeeds({ open, first = 1, seeds, operations, atOnce = 4, done }: Seeds): Promise<Converged> {
  const total: Converged = { seeds: 0, operations: seeds * operations, written: 0, events: 0, failed: [] };
  let next = first;
  const lane = async () => {
    while (next < first + seeds) {
      const result = await runConvergence({ seed: next++, operations, open });
      total.seeds += 1;
      total.written += result.written;
      total.events += result.events;
      if (result.faults.length > 0) total.failed.push(result);
      done?.(total.seeds);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return total;
}
