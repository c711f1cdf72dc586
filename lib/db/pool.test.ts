import type { Pool } from 'pg';
import { expect, test } from 'vitest';
import { checkVersion } from './pool';

const poolOf = (version: number, name: string) => ({ query: async () => ({ rows: [{ version, name }] }) }) as unknown as Pool;

test('a Postgres older than 15 is refused', async () => {
  await expect(checkVersion(poolOf(140_011, '14.11'))).rejects.toThrow(
    'This is Postgres 14.11; Warroom needs Postgres 15 or newer.',
  );
});

test.each([150_000, 180_004])('Postgres %i is taken', async (version) => {
  await expect(checkVersion(poolOf(version, 'new'))).resolves.toBeUndefined();
});
