import { apiOver } from '@/lib/api/testing/api-over';
import { doorOver } from '@/lib/api/testing/door-over';
import { runHostile } from '@/lib/api/testing/hostile';
import { mustBe, told, type Figure } from './lib/figure';
import { onFreshDatabase } from './lib/open-fresh';

const COUNT = 100_000;
const SEED = 20_261_123;

export const s2Hostile: Figure = {
  name: 'S2',
  title: 'Hostile input at every entry, raw frames included',
  run: () =>
    onFreshDatabase(async (db) => {
      const t = apiOver(db);
      const door = await doorOver(t);
      try {
        const found = await runHostile(t, door, { count: COUNT, seed: SEED });
        return [
          told(
            'sent',
            `${found.sent.toLocaleString('en')}, ${found.accepted.toLocaleString('en')} of them well-formed after all`,
          ),
          mustBe('crashes', found.isAlive ? 0 : 1, 0),
          mustBe('answers that no client should get (5xx, cut, shapeless)', found.broken.length + t.failures.length, 0),
          mustBe('writes by what was refused', found.leaked.length, 0),
        ];
      } finally {
        await door.close();
      }
    }),
};
