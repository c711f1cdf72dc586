import { haveBuild } from './lib/app-process';
import { runFigures } from './lib/run-figures';
import { p10Reconnect } from './p10-reconnect';
import { p11Growth } from './p11-growth';
import { p1Propagate } from './p1-propagate';
import { p3Memory } from './p3-memory';
import { p5Write } from './p5-write';

haveBuild();
process.exit(
  await runFigures({
    figures: [p1Propagate, p3Memory, p5Write, p10Reconnect, p11Growth],
    names: process.argv.slice(2),
    isTimed: true,
  }),
);
