import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

const REGION = 'eu-test-1';
export const ACCESS = { accessKeyId: 'AKIDTEST', secretAccessKey: 'a/secret+key', region: REGION };
const PAGE = 5;

const hex = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
const mac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest();

/** Works the signature out from what came over the wire, apart from the code that made it. */
function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const given = /Credential=AKIDTEST\/(\d{8})\/eu-test-1\/s3\/aws4_request,SignedHeaders=([^,]+),Signature=([0-9a-f]{64})$/.exec(
    request.headers.authorization ?? '',
  );
  if (!given || request.headers['x-amz-content-sha256'] !== hex(body)) return false;
  const [, day = '', names = '', signature] = given;
  const [path, query = ''] = (request.url ?? '').split('?');
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const canonical = [request.method, path, query.split('&').toSorted().join('&'), headers.join(''), names, hex(body)].join('\n');
  const scope = `${day}/${REGION}/s3/aws4_request`;
  const toSign = `AWS4-HMAC-SHA256\n${String(request.headers['x-amz-date'])}\n${scope}\n${hex(canonical)}`;
  const key = mac(mac(mac(mac(`AWS4${ACCESS.secretAccessKey}`, day), REGION), 's3'), 'aws4_request');
  return mac(key, toSign).toString('hex') === signature;
}

type Kept = { body: Buffer; type: string };

/** A small server that speaks S3 as far as it is needed, and takes nothing that is not signed. */
export async function smallBucket() {
  const objects = new Map<string, Kept>();
  const asked: string[] = [];
  let isFull = false;

  function list(query: URLSearchParams): string {
    const from = query.get('continuation-token') ?? '';
    const keys = [...objects.keys()].toSorted().filter((key) => key.startsWith(query.get('prefix') ?? '') && key > from);
    const shown = keys.slice(0, PAGE);
    const entry = (key: string) =>
      `<Contents><Key>${key.replaceAll('&', '&amp;')}</Key><ETag>&quot;${createHash('md5')
        .update(objects.get(key)?.body ?? '')
        .digest('hex')}&quot;</ETag></Contents>`;
    const next = keys.length > PAGE ? `<NextContinuationToken>${shown.at(-1)}</NextContinuationToken>` : '';
    return `<ListBucketResult>${shown.map(entry).join('')}${next}</ListBucketResult>`;
  }

  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const url = new URL(request.url ?? '', 'http://bucket');
    const key = decodeURIComponent(url.pathname.slice('/pages/'.length));
    const refuse = (status: number, code: string) => void response.writeHead(status).end(`<Error><Code>${code}</Code></Error>`);
    if (!isSigned(request, body)) return refuse(403, 'SignatureDoesNotMatch');
    asked.push(`${request.method} ${key}`);
    if (request.method === 'GET') return void response.end(list(url.searchParams));
    if (request.method === 'DELETE') objects.delete(key);
    else if (isFull) return refuse(507, 'XMinioStorageFull');
    else objects.set(key, { body, type: String(request.headers['content-type']) });
    response.writeHead(request.method === 'DELETE' ? 204 : 200).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    ...{ objects, asked, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
    fill: (full: boolean) => void (isFull = full),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
