import { mustBe, told, type Figure, type Row } from './lib/figure';
import { runTests } from './lib/run-tests';

async function run(): Promise<Row[]> {
  const { passed, failed, failures } = await runTests('unit', ['lib/checks/lockfile.test.ts']);
  return [
    told('checks of the lockfile', String(passed)),
    mustBe('below a floor, or with an unlisted install script', failed, 0, failures[0]),
  ];
}

export const s11Dependencies: Figure = {
  name: 'S11',
  title: 'Dependencies above their floors, install scripts only from the list',
  run,
};
