import type { Caller } from '@/lib/auth/caller';
import type { ImportInput, ImportReport } from '@/lib/contracts/status-page';
import { importReport } from './import-report';
import { mayRead } from './may-keep';
import { planImport } from './plan-import';
import { readHistory } from './read-history';
import type { StatusDeps } from './status-deps';

/** What an import would bring in, with nothing written. For administrators. */
export const previewImport =
  (deps: StatusDeps) =>
  async (caller: Caller, input: ImportInput): Promise<ImportReport> => {
    mayRead(caller, 'admin');
    const history = await readHistory(deps, input);
    const plan = await planImport({ tx: deps.prisma, source: input.source, history, now: deps.clock() });
    return importReport(plan, history);
  };
