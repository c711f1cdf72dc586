import { haveBuild } from './lib/app-process';
import { runFigures } from './lib/run-figures';
import { r3KillApp } from './r3-kill-app';
import { r4KillDatabase } from './r4-kill-database';
import { r7Repeats } from './r7-repeats';
import { s8History } from './s8-history';

haveBuild();
process.exit(
  await runFigures({ figures: [r3KillApp, r4KillDatabase, r7Repeats, s8History], names: process.argv.slice(2), isTimed: false }),
);
