import { haveBuild } from './lib/app-process';
import { layoutShift } from './layout-shift';
import { runFigures } from './lib/run-figures';
import { noteLatency } from './note-latency';
import { p10Reconnect } from './p10-reconnect';
import { p11Growth } from './p11-growth';
import { p1Propagate } from './p1-propagate';
import { p3Memory } from './p3-memory';
import { p5Write } from './p5-write';
import { p6Status } from './p6-status';
import { p7Weight } from './p7-weight';
import { p8LongRoom } from './p8-long-room';
import { p9Typing } from './p9-typing';

haveBuild();
process.exit(
  await runFigures({
    figures: [
      ...[p1Propagate, p3Memory, p5Write, p6Status, p7Weight, p8LongRoom, p9Typing, p10Reconnect, p11Growth],
      ...[layoutShift, noteLatency],
    ],
    names: process.argv.slice(2),
    isTimed: true,
  }),
);
