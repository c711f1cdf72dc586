import { expect, it } from 'vitest';
import { measureMails } from './r7-mails';

it('[R7] [W6] each subscriber gets one mail per change, through kills of the application', { timeout: 240_000 }, async () => {
  const found = await measureMails({ subscribers: 30, changes: 2, kills: 4, seed: 77, isBad: true });
  expect(found).toMatchObject({ wanted: 60, lost: 0, doubled: 0, strays: 0, kills: 4 });
  expect(found.greylisted).toBeGreaterThan(0);
  expect(found.copies).toBeLessThanOrEqual(5 * found.kills);
});
