import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { appRoot } from '@/lib/app-root';

type Report = { summary: { violations: { from: string; rule: { name: string } }[]; totalCruised: number } };

/** What the checker says of the planted folder, where each file breaks one rule. */
function checked(): Report['summary'] {
  const planted = path.join(appRoot, 'lib', 'checks', 'planted');
  const checker = path.join(appRoot, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const rules = path.join(appRoot, '.dependency-cruiser.cjs');
  const { stdout } = spawnSync(process.execPath, [checker, '--config', rules, '--output-type', 'json', '.'], {
    cwd: planted,
    encoding: 'utf8',
    maxBuffer: 50_000_000,
  });
  return (JSON.parse(stdout) as Report).summary;
}

test('each import rule reports the violation that is planted for it', () => {
  const { violations } = checked();
  const found = violations.map(({ from, rule }) => `${rule.name}: ${from}`).sort();
  expect(found).toEqual([
    'browser-stays-browser: components/loads-the-server.tsx',
    'contracts-are-a-leaf: lib/contracts/knows-a-service.ts',
    'core-is-pure: lib/core/asks-the-database.ts',
    'ingest-is-pure: lib/ingest/reads-a-file.ts',
    'no-cycles: lib/cli/first.ts',
    'nothing-imports-app: lib/jobs/imports-app.ts',
    'nothing-unresolvable: lib/cli/leads-nowhere.ts',
    'pages-use-the-slot: app/brings-services-along.ts',
    'pg-behind-db-and-services: lib/realtime/opens-a-connection.ts',
    'prisma-behind-db-and-services: lib/api/asks-the-database.ts',
    'prisma-behind-db-and-services: lib/core/asks-the-database.ts',
    'services-know-no-transport: lib/services/knows-its-transport.ts',
    'the-slot-is-for-pages: lib/client/uses-the-slot.ts',
  ]);
}, 60_000);
