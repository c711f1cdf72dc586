import { runModel } from '@/lib/core/incident/testing/model';
import { mustBe, told, type Figure } from './lib/figure';

const COMMANDS = 100_000;
const SEED = 20_261_123;

export const r2Model: Figure = {
  name: 'R2',
  title: 'The core does what a plain model of its rules does',
  async run() {
    const { commands, accepted, refused, differences } = runModel(SEED, COMMANDS);
    return [
      told('commands', `${commands.toLocaleString('en')}: ${accepted} taken, ${refused} refused`),
      mustBe('differences', differences.length, 0),
    ];
  },
};
