import { ORIGIN } from '@/lib/api/testing/api-over';
import { badOrigins, changeFrom, openFrom } from '@/lib/api/testing/origins';
import { mustBe, told, type Figure, type Row } from './lib/figure';
import { runTests } from './lib/run-tests';
import { withDoor } from './lib/with-door';

const SOCKET_TESTS = ['lib/api/origins.socket.test.ts', 'lib/realtime/handshake.socket.test.ts'];
const DOOR_TESTS = ['lib/server/door.start.test.ts'];

const origins = (): Promise<Row[]> =>
  withDoor(async (api, door) => {
    const ada = await api.person('admin', 'Ada');
    const cookie = ada.headers.cookie ?? '';
    let opened = 0;
    let changed = 0;
    for (const origin of badOrigins(ORIGIN)) {
      const { websocket, polling } = await openFrom(door.url, origin, cookie);
      opened += [websocket, polling].filter(({ status }) => status !== 403).length;
      changed += (await changeFrom(door.url, api.api.declared, origin, cookie)).length;
    }
    const count = badOrigins(ORIGIN).length;
    return [
      mustBe(`sockets opened from ${count} bad origins x 2 transports`, opened, 0),
      mustBe(`routes that changed something for them`, changed, 0),
    ];
  });

async function run(): Promise<Row[]> {
  const sockets = await runTests('sockets', SOCKET_TESTS);
  const door = await runTests('start', DOOR_TESTS);
  const failures = [...sockets.failures, ...door.failures];
  return [
    ...(await origins()),
    told('checks of headers, cookies, policy, sharing and the handshake', String(sockets.passed + door.passed)),
    mustBe('failed', failures.length, 0, failures[0]),
  ];
}

export const s9Origins: Figure = { name: 'S9', title: 'Headers, cookies, content security policy, sharing, origins', run };
