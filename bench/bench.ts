import { runFigures } from './lib/run-figures';
import { p5Write } from './p5-write';

process.exit(await runFigures({ figures: [p5Write], names: process.argv.slice(2), isTimed: true }));
