import { request, type IncomingHttpHeaders } from 'node:http';
import { uuidv7 } from 'uuidv7';
import type { Declaration } from '../route';

/** Pages of others that would like to act in somebody's name, all built from the one good origin. */
export function badOrigins(own: string): string[] {
  const { protocol, host, hostname, port } = new URL(own);
  const other = protocol === 'http:' ? 'https:' : 'http:';
  return [
    'https://evil.example',
    'null',
    '',
    'file://',
    `${other}//${host}`,
    `${protocol}//${hostname}:${Number(port || 80) + 1}`,
    `${own}.evil.example`,
    `${protocol}//evil-${host}`,
    `${protocol}//sub.${host}`,
    `${protocol}//${host}@evil.example`,
    `${own}/`,
    `${own}, https://evil.example`,
  ];
}

type Answer = { status: number; headers: IncomingHttpHeaders };

/** One request as a browser or a program would send it; answers as soon as the headers are there. */
export function ask(url: string, method: string, headers: Record<string, string>, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const sent = request(url, { method, headers: { ...headers, ...length } }, (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, headers: response.headers });
    });
    sent.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve({ status: response.statusCode ?? 0, headers: response.headers });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const UPGRADE = {
  ...{ connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' },
  'sec-websocket-key': Buffer.from('0123456789abcdef').toString('base64'),
};

/** Tries to open a socket from a page of `origin`, over each transport. */
export async function openFrom(url: string, origin: string, cookie: string): Promise<Record<'websocket' | 'polling', Answer>> {
  const address = (transport: string) => `${url}/socket.io/?EIO=4&transport=${transport}`;
  return {
    websocket: await ask(address('websocket'), 'GET', { ...UPGRADE, origin, cookie }),
    polling: await ask(address('polling'), 'GET', { origin, cookie }),
  };
}

/** Tries every declared route that changes something, from a page of `origin`; answers who was let in. */
export async function changeFrom(
  url: string,
  declared: readonly Declaration[],
  origin: string,
  cookie: string,
): Promise<string[]> {
  const accepted: string[] = [];
  for (const { method, path, fromAnywhere } of declared) {
    if (method === 'get' || fromAnywhere) continue;
    const address = url + path.replace('{incident}', 'INC-1').replace(/\{\w+\}/g, uuidv7());
    for (const type of ['application/json', 'text/plain']) {
      const { status } = await ask(address, method.toUpperCase(), { origin, cookie, 'content-type': type }, '{}');
      if (status !== 403) accepted.push(`${method} ${path} ${type}: ${status}`);
    }
  }
  return accepted;
}
