import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { childEnvironment } from '@/lib/env';
import { codeOf } from '@/lib/startup-error';
import type { ConfigOf, Push } from './target';

type Config = ConfigOf<'git'>;
type Git = (...args: string[]) => Promise<string>;

const NO_GIT = 'There is no git on this machine. Install it (apt-get install git), or push to a folder or a bucket.';
const WORDS = 2000;

/** Settings for git that come from us alone, and from nobody's home. */
function settings(secret: string | null, isWeb: boolean): Record<string, string> {
  const config: [string, string][] = [['core.hooksPath', '/dev/null']];
  if (secret !== null && isWeb) {
    const basic = Buffer.from(`x-access-token:${secret}`).toString('base64');
    config.push(['http.extraHeader', `Authorization: Basic ${basic}`]);
  }
  const pairs = config.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  return { ...Object.fromEntries(pairs), GIT_CONFIG_COUNT: String(config.length) };
}

function environmentOf(home: string, secret: string | null, isWeb: boolean): NodeJS.ProcessEnv {
  const key = path.join(home, 'key');
  const ssh = secret !== null && !isWeb ? ` -i '${key}' -o IdentitiesOnly=yes` : '';
  return childEnvironment({
    ...settings(secret, isWeb),
    ...{ HOME: home, GIT_CONFIG_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0', GIT_ALLOW_PROTOCOL: 'https:http:ssh:file', LC_ALL: 'C' },
    GIT_SSH_COMMAND: `ssh -o BatchMode=yes -o StrictHostKeyChecking=accept-new -o UserKnownHostsFile='${path.join(home, '..', 'known_hosts')}'${ssh}`,
  });
}

function gitIn(folder: string, env: NodeJS.ProcessEnv, signal: AbortSignal): Git {
  return (...args) =>
    new Promise((resolve, reject) => {
      const child = spawn('git', args, { cwd: folder, env, signal, stdio: ['ignore', 'pipe', 'pipe'] });
      let [said, complained] = ['', ''];
      child.stdout.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-WORDS)));
      child.stderr.on('data', (chunk: Buffer) => (complained = (complained + chunk.toString()).slice(-WORDS)));
      child.once('error', (error) => reject(codeOf(error) === 'ENOENT' ? new Error(NO_GIT) : error));
      child.once('close', (code) => {
        if (code === 0) return resolve(said.trim());
        reject(
          new Error(`git ${args[0]} failed: ${complained.trim().split('\n').slice(-3).join(' ') || `it ended with ${code}`}`),
        );
      });
    });
}

async function writeTree(folder: string, push: Push): Promise<void> {
  for (const [name, text] of push.files) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  // Some hosts run pages through a generator unless they find this.
  await writeFile(path.join(folder, '.nojekyll'), '');
}

async function commitAndPush(git: Git, tree: string, { url, branch, userName }: Config, push: Push): Promise<void> {
  await git('init', '--quiet', '--initial-branch', 'status');
  const heads = await git('ls-remote', '--heads', '--', url, `refs/heads/${branch}`);
  if (heads !== '') {
    await git('fetch', '--quiet', '--depth', '1', '--', url, `refs/heads/${branch}`);
    // What is in the branch stays its history; its files are ours.
    await git('update-ref', 'HEAD', 'FETCH_HEAD');
  }
  await writeTree(tree, push);
  await git('add', '--all', '--force', '.');
  const changed = await git('status', '--porcelain');
  if (changed === '') return;
  const who = ['-c', `user.name=${userName}`, '-c', 'user.email=status@warroom.invalid', '-c', 'commit.gpgSign=false'];
  await git(...who, 'commit', '--quiet', '--message', `Publish the status page ${push.hash.slice(0, 12)}`);
  await git('push', '--quiet', '--', url, `HEAD:refs/heads/${branch}`);
}

/** Commits the files to a branch of a repository and pushes it, with the git of this machine. Throws with what git says. */
export async function pushToGit(config: Config, secret: string | null, push: Push): Promise<void> {
  const home = path.join(push.workFolder, randomUUID());
  const tree = path.join(home, 'tree');
  const isWeb = /^https?:/.test(config.url);
  try {
    await mkdir(tree, { recursive: true, mode: 0o700 });
    if (secret !== null && !isWeb) await writeFile(path.join(home, 'key'), `${secret.trim()}\n`, { mode: 0o600 });
    await commitAndPush(gitIn(tree, environmentOf(home, secret, isWeb), push.signal), tree, config, push);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}
