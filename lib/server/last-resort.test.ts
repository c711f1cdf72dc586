import { expect, test } from 'vitest';
import { mayGoOn } from './last-resort';

const from = (place: string) => Object.assign(new Error('broken'), { stack: `Error: broken\n    at something (${place}:1:1)` });

test.each([
  ['a wire that broke', Object.assign(new Error('read'), { code: 'ECONNRESET' })],
  ['the parser of a socket', from('/app/node_modules/socket.io-parser/build/esm/index.js')],
  ['the transport of a socket', from('/app/node_modules/engine.io/build/socket.js')],
  ['a request that was being read', from('node:_http_server')],
])('%s ends one connection and not the process', (_what, error) => expect(mayGoOn(error)).toBe(true));

test.each([
  ['our own code', from('/app/dist/server/main.js')],
  ['no error at all', 'a string'],
])('%s leaves an unknown state', (_what, error) => expect(mayGoOn(error)).toBe(false));
