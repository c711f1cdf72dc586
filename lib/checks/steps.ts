/** How the outcome of a step is counted: by its exit code alone, or by the report that the tool writes. */
export type Step = { name: string; tool: string; args: string[]; counts: 'exit' | 'vitest' | 'playwright' };

const bin = (tool: string) => `node_modules/.bin/${tool}`;
const vitest = (project: string): Step => ({
  name: project,
  tool: bin('vitest'),
  args: ['run', '--project', project],
  counts: 'vitest',
});

const generate: Step = {
  name: 'generate',
  tool: process.execPath,
  args: ['--import', 'tsx', 'lib/db/generate-client.ts'],
  counts: 'exit',
};

const still: Step[] = [
  { name: 'format', tool: bin('oxfmt'), args: ['--check'], counts: 'exit' },
  { name: 'lint', tool: bin('oxlint'), args: ['--deny-warnings'], counts: 'exit' },
  {
    name: 'imports',
    tool: bin('depcruise'),
    args: ['--config', '.dependency-cruiser.cjs', 'app', 'components', 'lib'],
    counts: 'exit',
  },
  { name: 'types', tool: bin('tsc'), args: ['--noEmit', '-p', '.'], counts: 'exit' },
];

const knip: Step = { name: 'dead code', tool: bin('knip'), args: [], counts: 'exit' };
const build: Step = { name: 'build', tool: process.execPath, args: ['--import', 'tsx', 'lib/server/build.ts'], counts: 'exit' };
const browser: Step = { name: 'browser', tool: bin('playwright'), args: ['test'], counts: 'playwright' };

/** Steps of one group run side by side; groups follow each other. */
export const GROUPS: Record<'verify' | 'all', Step[][]> = {
  verify: [[generate], still, [vitest('unit')]],
  all: [
    [generate],
    [...still, knip],
    [vitest('unit')],
    [vitest('pg')],
    [vitest('sockets')],
    [build],
    [vitest('start')],
    [browser],
  ],
};
