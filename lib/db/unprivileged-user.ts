import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { StartupError } from '@/lib/startup-error';

/** A user that Postgres may run as: it refuses to run as root. */
export type RunAs = { uid: number; gid: number };

const PREFERRED = ['warroom', 'postgres', 'nobody'];

function lookUp(name: string): RunAs | null {
  if (existsSync('/etc/passwd')) {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((one) => one.startsWith(`${name}:`));
    const [, , uid, gid] = line?.split(':') ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}

export const isRoot = () => process.getuid?.() === 0;

/** Who runs Postgres: null for ourselves; when we are root, the owner of `existing`, or a user of the system without rights. */
export function unprivilegedUser(existing: string): RunAs | null {
  if (!isRoot()) return null;
  if (existsSync(existing)) {
    const { uid, gid } = statSync(existing);
    if (uid !== 0) return { uid, gid };
  }
  const found = PREFERRED.map(lookUp).find((user) => user !== null && user.uid !== 0);
  if (found) return found;
  throw new StartupError(
    'Postgres does not run as root and there is no user warroom, postgres or nobody. Add one: useradd --system warroom',
  );
}

function mayEnter(folder: string, { uid, gid }: RunAs): boolean {
  const { mode, uid: owner, gid: group } = statSync(folder);
  if (owner === uid) return (mode & 0o100) !== 0;
  if (group === gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

/** Whether a user gets as far as the folder: every folder above it that exists lets it pass. */
export function canReach(folder: string, user: RunAs | null): boolean {
  if (user === null) return true;
  const above = path.dirname(folder);
  if (above === folder) return mayEnter(folder, user);
  return canReach(above, user) && (!existsSync(above) || mayEnter(above, user));
}
