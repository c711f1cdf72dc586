import * as z from 'zod/mini';
import { IMPORT_MAX_BYTES, ImportInput } from '@/lib/contracts/status-page';
import { issuesOf } from '@/lib/core/incident/command';
import { ServiceError } from '@/lib/services/errors';
import type { Status } from '@/lib/services/status/status';
import { callerOf, type ApiContext } from '../api-env';
import { readObject } from '../read-body';
import type { Router } from '../route';

const PATH = '/api/v1/status/imports';

// An export is larger than what other routes take.
async function importIn(c: ApiContext): Promise<ImportInput> {
  const parsed = z.safeParse(ImportInput, await readObject(c, IMPORT_MAX_BYTES));
  if (parsed.success) return parsed.data;
  const issues = issuesOf(parsed.error);
  throw new ServiceError('invalid', issues[0]?.message ?? 'The request makes no sense as it is.', { issues });
}

export function mountImports({ route }: Router, status: Status): void {
  const admins = { who: 'admin', tag: 'Status page', method: 'post', describes: ImportInput } as const;

  route({ ...admins, path: `${PATH}/preview`, summary: 'What an import would bring in; writes nothing' }, async (c) =>
    c.json(await status.previewImport(callerOf(c), await importIn(c))),
  );
  route({ ...admins, path: PATH, summary: 'Bring in groups, components and history of another status page' }, async (c) =>
    c.json(await status.importHistory(callerOf(c), await importIn(c))),
  );
}
