import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { accessSync, constants, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { canReach, isRoot, unprivilegedUser } from '@/lib/db/unprivileged-user';
import { codeOf, reasonOf, StartupError } from '@/lib/startup-error';

/** `./data`; for root, where the user that runs Postgres cannot get there, a folder of this place's own below /var/lib. */
export function defaultDataFolder(workFolder: string): string {
  const local = path.join(workFolder, 'data');
  if (!isRoot() || canReach(local, unprivilegedUser(local))) return local;
  const place = createHash('sha256').update(workFolder).digest('hex').slice(0, 8);
  return path.join('/var/lib/warroom', `${path.basename(workFolder) || 'root'}-${place}`);
}

// Node's own recursive way never ends where the system denies a folder that has a parent, as below /proc.
function makeFolder(folder: string, mode: number): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder), mode);
  mkdirSync(folder, { mode });
}

/** Makes the data folder where it is missing. Throws StartupError where it cannot be written. */
export function ensureDataFolder(folder: string): void {
  try {
    // Root's folder lets the user of Postgres pass through, and nobody read.
    makeFolder(folder, isRoot() ? 0o711 : 0o700);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    const probe = path.join(folder, `.probe-${randomUUID()}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new StartupError(
      `The data folder ${folder} cannot be written (${codeOf(error) ?? reasonOf(error)}). Change its owner, or set WARROOM_DATA.`,
    );
  }
}

/** Refuses a folder that the user who runs the embedded Postgres cannot get to. */
export function checkReachable(folder: string): void {
  const postgres = path.join(folder, 'postgres');
  if (canReach(postgres, unprivilegedUser(postgres))) return;
  throw new StartupError(
    `Postgres does not run as root, and its own user cannot get to ${folder}. Set WARROOM_DATA to a folder such as /var/lib/warroom/data.`,
  );
}

/** A secret that is made once and kept in the data folder for its owner only. */
export function keptSecret(folder: string, name: string): string {
  const file = path.join(folder, name);
  if (!existsSync(file)) {
    const draft = `${file}.${randomUUID()}`;
    writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
    try {
      // Of several processes that start at once the first one's stays.
      linkSync(draft, file);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    } finally {
      rmSync(draft);
    }
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length >= 16) return secret;
  throw new StartupError(
    `The secret in ${file} is gone or too short. Remove the file: a new one is made, and everybody signs in again.`,
  );
}
