import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, totalmem } from 'node:os';

const git = (...args: string[]): string => {
  try {
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
};

/** Date, commit and machine: what a figure is worth nothing without. */
export function circumstances(): string[] {
  const commit = git('rev-parse', '--short', 'HEAD') || 'unknown';
  const isChanged = git('status', '--porcelain') !== '';
  const memoryGib = Math.round(totalmem() / 2 ** 30);
  return [
    `date     ${new Date().toISOString()}`,
    `commit   ${commit}${isChanged ? ' with changes that are not committed' : ''}`,
    `machine  ${availableParallelism()} cores, ${cpus()[0]?.model.trim() ?? 'unknown'}, ${memoryGib} GiB, ${process.platform}, Node ${process.version}`,
  ];
}
