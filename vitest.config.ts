import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

const elsewhere = ['**/node_modules/**', '.next/**', 'dist/**', 'e2e/**'];
const special = ['**/*.pg.test.ts', '**/*.socket.test.ts', '**/*.start.test.ts'];
// Limits for what hangs, not for what is slow: these run on shared machines.
const limits = { testTimeout: 60_000, hookTimeout: 60_000 };
const database = { globalSetup: ['./lib/db/testing/shared-postgres.ts'], ...limits };

export default defineConfig({
  resolve: { alias: { '@': root.replace(/\/$/, '') } },
  test: {
    // An odd zone, with a quarter of an hour and daylight saving: code that leans on the machine's zone fails here.
    env: { TZ: 'Pacific/Chatham' },
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['**/*.test.{ts,tsx}'], exclude: [...elsewhere, ...special], ...limits },
      },
      { extends: true, test: { name: 'pg', include: ['**/*.pg.test.ts'], exclude: elsewhere, ...database } },
      { extends: true, test: { name: 'sockets', include: ['**/*.socket.test.ts'], exclude: elsewhere, ...database } },
      {
        extends: true,
        test: {
          name: 'start',
          include: ['**/*.start.test.ts'],
          exclude: elsewhere,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
