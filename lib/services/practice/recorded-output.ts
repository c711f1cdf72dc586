import { readFileSync } from 'node:fs';
import path from 'node:path';
import { appRoot } from '@/lib/app-root';

/** The recorded output in one of the files of a recording, by the name of its folder. */
export const recordedOutput = (recording: string, file: string): Buffer =>
  readFileSync(path.join(appRoot, 'lib/services/practice/recordings', recording, file));
