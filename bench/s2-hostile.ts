import { runHostile } from '@/lib/api/testing/hostile';
import { mustBe, told, type Figure, type Row, type Run } from './lib/figure';
import { withDoor } from './lib/with-door';

const COUNT = 100_000;
const SEED = 2;

const run = ({ tell }: Run): Promise<Row[]> =>
  withDoor(async (api, door) => {
    tell(`${COUNT} hostile things at every entry`);
    const { broken, leaked, isAlive, sent, accepted } = await runHostile(api, door, { count: COUNT, seed: SEED });
    return [
      told(
        'sent, raw frames included',
        sent.toLocaleString('en'),
        `${accepted.toLocaleString('en')} were well-formed after all and taken`,
      ),
      mustBe('5xx, crashes, writes of what was refused', broken.length, 0, broken[0] && JSON.stringify(broken[0]).slice(0, 300)),
      mustBe('answers that told something', leaked.length, 0, leaked[0] && JSON.stringify(leaked[0]).slice(0, 300)),
      mustBe('failures inside', api.failures.length, 0),
      mustBe('still answers at the end', isAlive ? 1 : 0, 1),
    ];
  });

export const s2Hostile: Figure = { name: 'S2', title: 'Hostile input at every entry', run };
