import { expect, it } from 'vitest';
import { measureStanding } from './r16-stands-alone';

it('[R16] what was published is served without Postgres, and without the application', { timeout: 180_000 }, async () => {
  const found = await measureStanding({ rounds: 1 });
  expect(found).toMatchObject({ wrongWithoutPostgres: 0, wrongWithoutApp: 0, readyWithoutPostgres: 503 });
  expect(found.files).toBeGreaterThan(12);
});
