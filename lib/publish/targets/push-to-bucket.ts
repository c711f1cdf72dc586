import { createHash } from 'node:crypto';
import { typeOf } from '../served-files';
import { keyPath, signedForS3 } from './sign-s3';
import type { ConfigOf, Push } from './target';

type Config = ConfigOf<'s3'>;
type Bucket = (
  method: 'GET' | 'PUT' | 'DELETE',
  key: string,
  options?: { query?: Record<string, string>; body?: string; type?: string },
) => Promise<string>;

const AT_ONCE = 4;
const CACHE = 'public, max-age=0, s-maxage=10';

function bucketOf({ endpoint, region, bucket, accessKeyId }: Config, secretAccessKey: string, push: Push): Bucket {
  const base = endpoint.replace(/\/+$/, '');
  return async (method, key, { query = {}, body = '', type } = {}) => {
    const url = new URL(`${base}/${keyPath(bucket)}/${keyPath(key)}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    // As the signature spells it: a space is %20, not a plus.
    url.search = url.search.replaceAll('+', '%20');
    const headers: Record<string, string> = type === undefined ? {} : { 'cache-control': CACHE, 'content-type': type };
    const signed = signedForS3({ method, url, headers, body }, { region, accessKeyId, secretAccessKey, now: new Date() });
    const sent = { method, headers: signed, signal: push.signal, ...(method === 'PUT' ? { body } : {}) };
    const { status, text, isCut } = await push.fetch(url.href, sent);
    if (isCut) throw new Error(`The bucket’s answer to ${method} ${key || 'its list'} is too long to be one of S3.`);
    if (status >= 200 && status < 300) return text;
    const code = /<Code>([\w.]{1,100})<\/Code>/.exec(text)?.[1];
    throw new Error(`The bucket answered ${status}${code ? ` (${code})` : ''} to ${method} ${key || 'its list'}.`);
  };
}

const unescaped = (text: string) =>
  text.replace(/&(?:lt|gt|quot|apos|amp|#(\d+));/g, (entity, code?: string) => {
    if (code !== undefined) return String.fromCodePoint(Number(code));
    return { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' }[entity] ?? entity;
  });

/** What lies in the bucket below our prefix: the MD5 of each key, as S3 gives it for what was put in one piece. */
async function listed(bucket: Bucket, prefix: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  let token: string | undefined;
  do {
    const query = { 'list-type': '2', prefix, ...(token === undefined ? {} : { 'continuation-token': token }) };
    const xml = await bucket('GET', '', { query });
    for (const [, entry = ''] of xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
      const part = (name: string) => unescaped(new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(entry)?.[1] ?? '');
      found.set(part('Key'), part('ETag').replaceAll('"', ''));
    }
    token = /<NextContinuationToken>(.*?)<\/NextContinuationToken>/s.exec(xml)?.[1];
    if (token !== undefined) token = unescaped(token);
  } while (token !== undefined);
  return found;
}

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

async function each<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  const waiting = [...all];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** The names of ours that a page could have had: nothing else in the bucket is removed. */
const OURS =
  /^(?:incidents|maintenance|history)\/[\w-]+\.html$|^(?:api\/v2\/.+\.json|index\.html|feed\.(?:atom|rss)|calendar\.ics|(?:badge|icon)\.svg)$/;

/**
 * Puts what is new or changed into a bucket, what leads to the rest last, and removes pages of ours that are no more.
 * Throws with what the bucket answered.
 */
export async function pushToBucket(config: Config, secret: string, push: Push): Promise<void> {
  const bucket = bucketOf(config, secret, push);
  const prefix = config.prefix === '' ? '' : `${config.prefix.replace(/^\/+|\/+$/g, '')}/`;
  const present = await listed(bucket, prefix);
  const changed = [...push.files].filter(([name, text]) => present.get(prefix + name) !== md5(text));
  const put = ([name, body]: [string, string]) => bucket('PUT', prefix + name, { body, type: typeOf(name) });
  const isFirst = ([name]: [string, string]) => name === 'index.html';
  await each(
    changed.filter((one) => !isFirst(one)),
    put,
  );
  await each(changed.filter(isFirst), put);
  const gone = [...present.keys()].filter(
    (key) => OURS.test(key.slice(prefix.length)) && !push.files.has(key.slice(prefix.length)),
  );
  await each(gone, (key) => bucket('DELETE', key));
}
