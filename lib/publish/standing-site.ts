import path from 'node:path';
import { hashOf, type Files } from './render-site';
import { servedFiles, type ServedFile, type ServedFiles } from './served-files';
import { readFolder, writeFolder } from './write-folder';

/** The page as this process serves it: from memory, and from its folder when it starts. It needs no database. */
export type StandingSite = {
  /** Takes what was published last before, from the folder. */
  load: () => Promise<void>;
  /** Serves these from now on, and writes them into the folder. Throws where they cannot be written; they are served then. */
  take: (hash: string, files: Files) => Promise<void>;
  /** Writes again what could not be written. */
  settle: () => Promise<void>;
  /** What is served, by path. */
  files: () => Files;
  file: (path: string) => ServedFile | undefined;
  /** Of what is served; empty before anything is. */
  hash: () => string;
  /** Where any web server finds the files. */
  folder: string;
};

type Options = { folder: string; headers: Readonly<Record<string, string>> };

/** A site that stands in `folder`/current. `headers`: what every answer carries. */
export function createStandingSite({ folder, headers }: Options): StandingSite {
  const link = path.join(folder, 'current');
  const fixed = Object.entries(headers);
  let served: ServedFiles = new Map();
  let hash = '';
  let written = '';

  async function serve(now: string, files: Files): Promise<void> {
    served = await servedFiles(files, fixed, served);
    hash = now;
  }

  const files = (): Files => new Map([...served].map(([name, { text }]) => [name, text]));

  return {
    files,
    folder: link,
    async load() {
      const files = await readFolder(link);
      if (!files) return;
      written = hashOf(files);
      await serve(written, files);
    },
    async take(now, files) {
      if (hash !== now) await serve(now, files);
      if (written === now) return;
      await writeFolder(link, files, now);
      written = now;
    },
    async settle() {
      if (written === hash) return;
      await writeFolder(link, files(), hash);
      written = hash;
    },
    file: (name) => served.get(name),
    hash: () => hash,
  };
}
