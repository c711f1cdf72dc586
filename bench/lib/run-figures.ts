import { inspect } from 'node:util';
import { circumstances } from './machine';
import type { Figure, Row } from './figure';
import { watchOtherLoad } from './process-load';
import { table } from './table';

const OTHERS_MAX = 0.05;

type Options = {
  figures: readonly Figure[];
  /** Which of them; none for all. */
  names: readonly string[];
  /** Whether load from elsewhere makes a figure worthless. */
  isTimed: boolean;
};

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

async function runOne(figure: Figure, isTimed: boolean): Promise<Row[]> {
  const load = watchOtherLoad();
  const startedAt = Date.now();
  const tell = (line: string) => process.stderr.write(`  ${figure.name}  ${line}\n`);
  try {
    tell(figure.title);
    const rows = await figure.run({ tell });
    const others = load.otherLoad();
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    const isDisturbed = isTimed && others > OTHERS_MAX;
    const row: Row = {
      what: 'load from other processes meanwhile',
      ours: percent(others),
      bar: isTimed ? `<= ${percent(OTHERS_MAX)}` : undefined,
      verdict: !isTimed ? 'told' : isDisturbed ? 'invalid' : 'held',
      note: isDisturbed ? 'Run it again on a machine that does nothing else.' : undefined,
    };
    return [...rows, { ...row, result: `${seconds} s` }];
  } catch (error) {
    const note = inspect(error);
    return [{ what: 'could not be measured', ours: '', verdict: 'missed', note }];
  } finally {
    load.stop();
  }
}

/** Runs figures one after another, prints one table, and answers with the exit code. */
export async function runFigures({ figures, names, isTimed }: Options): Promise<number> {
  const wanted = names.map((name) => name.toUpperCase());
  const unknown = wanted.filter((name) => !figures.some((figure) => figure.name === name));
  if (unknown.length > 0) {
    process.stderr.write(`There is no ${unknown.join(', ')}. There are ${figures.map(({ name }) => name).join(', ')}.\n`);
    return 1;
  }
  // Leaving by `exit` lets everything that was started be ended.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  const chosen = figures.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  const blocks: string[] = [];
  const counts = { held: 0, missed: 0, invalid: 0, told: 0 };
  for (const figure of chosen) {
    const rows = await runOne(figure, isTimed);
    for (const { verdict } of rows) counts[verdict] += 1;
    blocks.push(`${figure.name}  ${figure.title}\n${table(rows)}`);
  }
  const sum = `${counts.held} held, ${counts.missed} missed, ${counts.invalid} invalid`;
  process.stdout.write(`\n${circumstances().join('\n')}\n\n${blocks.join('\n\n')}\n\n${sum}\n`);
  return counts.missed + counts.invalid === 0 ? 0 : 1;
}
