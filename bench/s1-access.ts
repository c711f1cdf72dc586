import { isUnexpected, runAccessMatrix, undeclared } from '@/lib/api/testing/access-matrix';
import { apiOver } from '@/lib/api/testing/api-over';
import { doorOver } from '@/lib/api/testing/door-over';
import { runSocketMatrix } from '@/lib/api/testing/socket-matrix';
import { mustBe, told, type Figure } from './lib/figure';
import { onFreshDatabase } from './lib/open-fresh';

export const s1Access: Figure = {
  name: 'S1',
  title: 'Every kind of actor x every route and socket event x public and private',
  run: () =>
    onFreshDatabase(async (db) => {
      const t = apiOver(db);
      const door = await doorOver(t);
      try {
        const routes = await runAccessMatrix(t);
        const events = await runSocketMatrix(t, door);
        return [
          told('cells', `${routes.length} of routes, ${events.length} of socket events`),
          mustBe('routes without a declared expectation', undeclared(t.api.declared).length, 0),
          mustBe('cells with another answer than declared', [...routes, ...events].filter(isUnexpected).length, 0),
        ];
      } finally {
        await door.close();
      }
    }),
};
