import { expect, it } from 'vitest';
import { measureDatabaseKills } from './r4-kill-database';

it.each(['embedded', 'external'] as const)(
  '[R4] [W4] what was acknowledged survives SIGKILL of the %s Postgres, and the application stays',
  { timeout: 90_000 },
  async (kind) => {
    const { verdict, appEnded, writingMs } = await measureDatabaseKills(kind, { kills: 2, clients: 6, seed: 44 });
    expect(verdict).toMatchObject({ lost: 0, duplicated: 0, gaps: 0, differing: 0, forgotten: 0, unsent: 0, faults: [] });
    expect(appEnded).toBe(0);
    expect(verdict.made).toBeGreaterThan(5);
    expect(Math.max(...writingMs)).toBeLessThan(30_000);
  },
);
