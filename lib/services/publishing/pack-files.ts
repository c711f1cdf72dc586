import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Files } from '@/lib/publish/render-site';

/** Files as a row keeps them: pages have much in common. */
export type PackedFiles = { gzip: string };

/** Packs files for a row. */
export async function packFiles(files: Files): Promise<PackedFiles> {
  const packed = await promisify(gzip)(JSON.stringify(Object.fromEntries(files)));
  return { gzip: packed.toString('base64') };
}

/** The files that were packed. */
export async function unpackFiles(packed: PackedFiles): Promise<Files> {
  const text = await promisify(gunzip)(Buffer.from(packed.gzip, 'base64'));
  return new Map(Object.entries(JSON.parse(text.toString('utf8')) as Record<string, string>));
}
