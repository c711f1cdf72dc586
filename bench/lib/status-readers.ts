import { Agent, request } from 'node:http';
import { answerParent } from './answer-parent';
import { monotonicMs } from './monotonic';

// A program of its own: readers of one address, each asking again as soon as it was answered.

export type Reading = { url: string; readers: number; forMs: number };
export type Read = { perSecond: number; answers: number; wrong: number; bytes: number };

function readOnce(url: string, agent: Agent): Promise<{ status: number; bytes: number }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers: { 'accept-encoding': 'gzip' } }, (response) => {
      let bytes = 0;
      response.on('data', (part: Buffer) => (bytes += part.length));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, bytes }));
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end();
  });
}

async function read({ url, readers, forMs }: Reading): Promise<Read> {
  const agent = new Agent({ keepAlive: true, maxSockets: readers });
  const startedAt = monotonicMs();
  const until = startedAt + forMs;
  let [answers, wrong, bytes] = [0, 0, 0];
  const reader = async () => {
    while (monotonicMs() < until) {
      const found = await readOnce(url, agent).catch(() => ({ status: 0, bytes: 0 }));
      answers += 1;
      if (found.status !== 200) wrong += 1;
      bytes = found.bytes;
    }
  };
  await Promise.all(Array.from({ length: readers }, reader));
  agent.destroy();
  return { perSecond: (answers * 1000) / (monotonicMs() - startedAt), answers, wrong, bytes };
}

answerParent({ read });
