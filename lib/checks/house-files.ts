import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { appRoot } from '@/lib/app-root';

export type HouseFile = { path: string; text: string };

const NOT_OURS = /(?:^|\/)(?:node_modules|generated|planted|\.next|dist)(?:\/|$)/;

function walk(folder: string): string[] {
  return readdirSync(path.join(appRoot, folder), { withFileTypes: true }).flatMap((one) => {
    const relative = path.posix.join(folder, one.name);
    if (NOT_OURS.test(relative)) return [];
    return one.isDirectory() ? walk(relative) : [relative];
  });
}

/** Our own files below these folders whose names end so, with their text. */
export const houseFiles = (folders: string[], ending: RegExp): HouseFile[] =>
  folders
    .flatMap(walk)
    .filter((file) => ending.test(file))
    .map((file) => ({ path: file, text: readFileSync(path.join(appRoot, file), 'utf8') }));

/** The files of ours in which a line matches, but for those that may. */
export const filesWith = (files: HouseFile[], pattern: RegExp, may: string[] = []): string[] =>
  files.filter(({ path: name, text }) => !may.includes(name) && pattern.test(text)).map(({ path: name }) => name);
