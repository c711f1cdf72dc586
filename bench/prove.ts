import { runFigures } from './lib/run-figures';
import { r7Repeats } from './r7-repeats';
import { s8History } from './s8-history';

process.exit(await runFigures({ figures: [r7Repeats, s8History], names: process.argv.slice(2), isTimed: false }));
