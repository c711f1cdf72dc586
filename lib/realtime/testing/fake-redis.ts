import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** Splits RESP arrays of bulk strings off the front of a text. */
function parse(text: string): { commands: string[][]; rest: string } {
  const commands: string[][] = [];
  let at = 0;
  for (;;) {
    let here = at;
    const line = () => {
      const end = text.indexOf('\r\n', here);
      if (end === -1) return null;
      const found = text.slice(here, end);
      here = end + 2;
      return found;
    };
    const count = Number(line()?.slice(1) ?? Number.NaN);
    const words: string[] = [];
    while (words.length < count) {
      const size = line();
      if (size === null) break;
      const length = Number(size.slice(1));
      if (text.length < here + length + 2) break;
      words.push(text.slice(here, here + length));
      here += length + 2;
    }
    if (Number.isNaN(count) || words.length < count) return { commands, rest: text.slice(at) };
    commands.push(words);
    at = here;
  }
}

const bulk = (text: string) => `$${text.length}\r\n${text}\r\n`;

/** The little of Redis (RESP 3) that a bus needs, on a port of its own: SUBSCRIBE and PUBLISH; anything else is answered with OK. */
export async function fakeRedis(port = 0) {
  const connections = new Set<Socket>();
  const subscribers = new Map<Socket, Set<string>>();
  const waiting = new Set<() => void>();
  const server = createServer((socket) => {
    let text = '';
    connections.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      connections.delete(socket);
      subscribers.delete(socket);
    });
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      const { commands, rest } = parse(text + chunk);
      text = rest;
      for (const [name = '', ...words] of commands) answer(socket, name.toUpperCase(), words);
    });
  });

  function answer(socket: Socket, name: string, [channel = '', message = '']: string[]): void {
    if (name === 'HELLO') return void socket.write(`%1\r\n${bulk('proto')}:3\r\n`);
    if (name === 'SUBSCRIBE') {
      subscribers.set(socket, new Set([channel]));
      socket.write(`>3\r\n${bulk('subscribe')}${bulk(channel)}:1\r\n`, 'latin1');
      for (const look of waiting) look();
      return;
    }
    if (name !== 'PUBLISH') return void socket.write('+OK\r\n');
    for (const [other, channels] of subscribers)
      if (channels.has(channel)) other.write(`>3\r\n${bulk('message')}${bulk(channel)}${bulk(message)}`, 'latin1');
    socket.write(':1\r\n');
  }

  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  return {
    port: address.port,
    url: `redis://127.0.0.1:${address.port}`,
    /** As soon as so many are subscribed and as many more only connected. */
    listening: (count: number) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (subscribers.size < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    async stop() {
      for (const socket of connections) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
