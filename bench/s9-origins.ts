import { apiOver, ORIGIN } from '@/lib/api/testing/api-over';
import { doorOver } from '@/lib/api/testing/door-over';
import { badOrigins, changeFrom, openFrom } from '@/lib/api/testing/origins';
import { mustBe, told, type Figure } from './lib/figure';
import { onFreshDatabase } from './lib/open-fresh';

export const s9Origins: Figure = {
  name: 'S9',
  title: 'Pages of others open no socket and change nothing',
  run: () =>
    onFreshDatabase(async (db) => {
      const t = apiOver(db);
      const door = await doorOver(t);
      try {
        const cookie = (await t.person('admin', 'Ada')).headers.cookie ?? '';
        const origins = badOrigins(ORIGIN);
        let opened = 0;
        let changed = 0;
        for (const origin of origins) {
          const { websocket, polling } = await openFrom(door.url, origin, cookie);
          opened += [websocket, polling].filter(({ status }) => status !== 403).length;
          changed += (await changeFrom(door.url, t.api.declared, origin, cookie)).length;
        }
        const changing = t.api.declared.filter(({ method }) => method !== 'get').length;
        return [
          told('tried', `${origins.length} origins x 2 transports and ${changing} changing routes`),
          mustBe('sockets opened', opened, 0),
          mustBe('changes accepted', changed, 0),
        ];
      } finally {
        await door.close();
      }
    }),
};
