import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerParent } from './answer-parent';

// A program of its own, the plain reference: Node's HTTP server, answering the same bytes to whatever it is asked.

type Constant = { body: string; headers: Record<string, string> };

async function listen({ body, headers }: Constant): Promise<{ url: string }> {
  const bytes = Buffer.from(body, 'base64');
  const server = createServer({ keepAliveTimeout: 65_000 }, (_request, response) => {
    response.writeHead(200, headers);
    response.end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

answerParent({ listen });
