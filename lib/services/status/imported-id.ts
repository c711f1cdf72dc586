import { createHash } from 'node:crypto';
import type { ImportSource } from '@/lib/contracts/status-page';

/** Names one thing of one page elsewhere for good, as a UUID: the same import again finds what it brought before. */
export function importedId(source: ImportSource, site: string, kind: string, sourceId: string): string {
  const hash = createHash('sha256').update([source, site, kind, sourceId].join('\n')).digest('hex');
  // Version 8: made in a way of our own.
  const variant = ((Number.parseInt(hash.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, variant + hash.slice(17, 20), hash.slice(20, 32)].join(
    '-',
  );
}
