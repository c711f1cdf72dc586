import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The path of a recorded output. */
export const recordedFile = (name: string): string => path.join(root, 'lib/services/practice/recordings/redis-oom', name);

/** The text of a recorded output. */
export const recorded = (name: string): string => readFileSync(recordedFile(name), 'utf8');

const log = readFileSync(path.join(root, 'e2e/recordings/redis-oom/log.txt'), 'utf8').trimEnd().split('\n');

/** The lines of the responder's running log that begin with this word, without their time and the word. */
export const logged = (word: string): string[] =>
  log.flatMap((line) => {
    const text = line.replace(/^\d\d:\d\d - /, '');
    return text.startsWith(`${word}: `) ? [text.slice(word.length + 2)] : [];
  });
