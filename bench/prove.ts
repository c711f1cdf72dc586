import { haveBuild } from './lib/app-process';
import { runFigures } from './lib/run-figures';
import { r1Converge } from './r1-converge';
import { r2Model } from './r2-model';
import { r3KillApp } from './r3-kill-app';
import { r4KillDatabase } from './r4-kill-database';
import { r7Mails } from './r7-mails';
import { r7Repeats } from './r7-repeats';
import { r9Browsers } from './r9-browsers';
import { r13Clocks } from './r13-clocks';
import { r16StandsAlone } from './r16-stands-alone';
import { s1Access } from './s1-access';
import { s2Hostile } from './s2-hostile';
import { s3Scripts } from './s3-scripts';
import { s4Outgoing } from './s4-outgoing';
import { s7NothingUnpublished } from './s7-nothing-unpublished';
import { s8History } from './s8-history';
import { s9Origins } from './s9-origins';
import { s11Dependencies } from './s11-dependencies';

const figures = [
  ...[r1Converge, r2Model, r3KillApp, r4KillDatabase, r7Repeats, r7Mails, r9Browsers, r13Clocks, r16StandsAlone],
  ...[s1Access, s2Hostile, s3Scripts, s4Outgoing, s7NothingUnpublished, s8History, s9Origins, s11Dependencies],
];

haveBuild();
process.exit(await runFigures({ figures, names: process.argv.slice(2), isTimed: false }));
