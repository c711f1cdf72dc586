import type { Files } from '@/lib/publish/render-site';
import { unpackFiles, type PackedFiles } from './pack-files';
import type { PublishingDeps } from './publishing-deps';

const NEWER = `SELECT hash, files FROM publication
  WHERE error IS NULL AND id = (SELECT max(id) FROM publication WHERE error IS NULL) AND hash <> $1`;

/** The latest publication where it is another one than `known`; null where it is that one, or there is none. */
export const createLatestPublication =
  ({ pool }: PublishingDeps) =>
  async (known: string): Promise<{ hash: string; files: Files } | null> => {
    const { rows } = await pool.query<{ hash: string; files: PackedFiles | null }>(NEWER, [known]);
    const [row] = rows;
    return row?.files ? { hash: row.hash, files: await unpackFiles(row.files) } : null;
  };
