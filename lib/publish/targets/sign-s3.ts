import { createHash, createHmac } from 'node:crypto';

export type Signing = { region: string; accessKeyId: string; secretAccessKey: string; now: Date };
export type Asked = { method: string; url: URL; headers: Record<string, string>; body: Buffer | string };

const sha256 = (content: Buffer | string) => createHash('sha256').update(content).digest('hex');
const hmac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest();

// RFC 3986: everything but letters, digits and -._~ is written in percent.
const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);

/** A key as the path of an address. */
export const keyPath = (key: string): string => key.split('/').map(encoded).join('/');

function canonicalQuery(url: URL): string {
  const pairs = [...url.searchParams].map(([name, value]) => [encoded(name), encoded(value)].join('='));
  return pairs.toSorted().join('&');
}

/** The headers with which S3 takes a request: AWS Signature Version 4, the body signed too. */
export function signedForS3({ method, url, headers, body }: Asked, signing: Signing): Record<string, string> {
  const time = signing.now.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const day = time.slice(0, 8);
  const content = sha256(body);
  const all: Record<string, string> = { ...headers, host: url.host, 'x-amz-content-sha256': content, 'x-amz-date': time };
  const names = Object.keys(all)
    .map((name) => name.toLowerCase())
    .toSorted();
  const lines = names.map((name) => `${name}:${all[name]?.trim()}\n`).join('');
  const signedNames = names.join(';');
  const asked = [method, url.pathname, canonicalQuery(url), lines, signedNames, content].join('\n');
  const scope = `${day}/${signing.region}/s3/aws4_request`;
  const key = [signing.region, 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${signing.secretAccessKey}`, day));
  const signature = hmac(key, ['AWS4-HMAC-SHA256', time, scope, sha256(asked)].join('\n')).toString('hex');
  const { host: _, ...sent } = all;
  const credential = `Credential=${signing.accessKeyId}/${scope}`;
  return { ...sent, authorization: `AWS4-HMAC-SHA256 ${credential},SignedHeaders=${signedNames},Signature=${signature}` };
}
