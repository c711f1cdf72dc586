import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, readlink, rename, rm, rmdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from '@/lib/startup-error';
import type { Files } from './render-site';

const versionName = (link: string, hash: string) => `${path.basename(link)}.${hash.slice(0, 16)}`;

async function kindOf(place: string): Promise<'nothing' | 'link' | 'folder' | 'file'> {
  const found = await lstat(place).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  });
  if (!found) return 'nothing';
  return found.isSymbolicLink() ? 'link' : found.isDirectory() ? 'folder' : 'file';
}

/** Makes room for a link. What somebody else put there is not touched. */
async function makeRoom(link: string): Promise<void> {
  const kind = await kindOf(link);
  if (kind === 'nothing' || kind === 'link') return;
  const refusal = new Error(`There is something at ${link} already. Name a place that does not exist yet: it becomes a link.`);
  if (kind === 'file') throw refusal;
  await rmdir(link).catch(() => {
    throw refusal;
  });
}

async function writeAll(folder: string, files: Files): Promise<void> {
  const folders = new Set([...files.keys()].map((name) => path.dirname(path.join(folder, name))));
  for (const one of folders) await mkdir(one, { recursive: true, mode: 0o755 });
  for (const [name, text] of files) await writeFile(path.join(folder, name), text, { mode: 0o644 });
}

// A draft that young may be another process's, which is still writing it.
const ABANDONED_MS = 600_000;

async function isAbandoned(place: string): Promise<boolean> {
  const found = await lstat(place).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > ABANDONED_MS;
}

/** Removes versions but for the present one and the one before it, which somebody may be reading still. */
async function tidy(link: string, kept: readonly string[]): Promise<void> {
  const parent = path.dirname(link);
  const ours = new RegExp(`^${path.basename(link).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\.(?:[0-9a-f]{16}|new-[0-9a-f-]{36})$`);
  for (const name of await readdir(parent)) {
    if (!ours.test(name) || kept.includes(name)) continue;
    if (name.includes('.new-') && !(await isAbandoned(path.join(parent, name)))) continue;
    await rm(path.join(parent, name), { recursive: true, force: true });
  }
}

/**
 * Writes files into a folder of this version beside `link`, and switches the link to it in one step: whoever reads sees the
 * old files or the new ones. Killed in the middle, the old ones stand. Throws where the place is taken, or full.
 */
export async function writeFolder(link: string, files: Files, hash: string): Promise<void> {
  const parent = path.dirname(link);
  await mkdir(parent, { recursive: true, mode: 0o755 });
  await makeRoom(link);
  const version = versionName(link, hash);
  const previous = await readlink(link).catch(() => null);
  const draft = path.join(parent, `${path.basename(link)}.new-${randomUUID()}`);
  try {
    if ((await kindOf(path.join(parent, version))) === 'nothing') {
      await writeAll(draft, files);
      await rename(draft, path.join(parent, version)).catch((error: unknown) => {
        // Another process was quicker with the same files.
        if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(error) ?? '')) throw error;
      });
    }
    const fresh = path.join(parent, `${path.basename(link)}.new-${randomUUID()}`);
    await symlink(version, fresh);
    await rename(fresh, link);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  await tidy(link, [version, previous === null ? version : path.basename(previous)]);
}

/** The files that a link leads to; null where there are none. */
export async function readFolder(link: string): Promise<Files | null> {
  if ((await kindOf(link).catch(() => 'nothing')) === 'nothing') return null;
  const found = await readdir(link, { recursive: true, withFileTypes: true }).catch(() => []);
  const names = found.filter((one) => one.isFile()).map((one) => path.relative(link, path.join(one.parentPath, one.name)));
  const read = async (name: string): Promise<[string, string]> => [
    name.split(path.sep).join('/'),
    await readFile(path.join(link, name), 'utf8'),
  ];
  return names.length === 0 ? null : new Map(await Promise.all(names.map(read)));
}
