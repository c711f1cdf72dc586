import { Agent, request } from 'node:http';

export type Posted = { status: number; text: string };

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** One POST on a kept connection, with as little of our own around it as there can be. Rejects where nobody answers. */
export function post(url: string, body: object, headers: Record<string, string> = {}, timeoutMs = 20_000): Promise<Posted> {
  const text = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        ...{ agent, method: 'POST', timeout: timeoutMs },
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), ...headers },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }));
        response.on('error', reject);
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('No answer in time.')));
    sent.on('error', reject);
    sent.end(text);
  });
}
