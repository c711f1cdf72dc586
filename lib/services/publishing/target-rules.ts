import path from 'node:path';
import type { PublishTargetInput } from '@/lib/contracts/publishing';
import { ServiceError } from '../errors';
import { NOTHING_OUTSIDE, type Outside } from '../outside';
import type { PublishingDeps } from './publishing-deps';

type Place = Pick<PublishingDeps, 'dataFolder' | 'outside'>;
type Checked = Pick<PublishTargetInput, 'kind' | 'config' | 'secret'>;

function invalid(field: string, message: string): never {
  throw new ServiceError('invalid', message, { issues: [{ path: field, message }] });
}

function checkFolder(folder: string, dataFolder: string): void {
  if (!path.isAbsolute(folder)) invalid('config.path', 'Give the whole path of the folder, from /.');
  const wanted = path.resolve(folder);
  const own = path.resolve(dataFolder);
  const isInside = wanted === own || wanted.startsWith(own + path.sep) || own.startsWith(wanted + path.sep);
  if (isInside || wanted === path.parse(wanted).root) {
    invalid(
      'config.path',
      'This folder belongs to Warroom itself, or holds it. Name a folder of its own, such as /var/www/status.',
    );
  }
}

function checkEndpoint(endpoint: string, whyNotCalled: Outside['whyNotCalled']): void {
  const isAddress = URL.canParse(endpoint) && /^https?:$/.test(new URL(endpoint).protocol);
  if (!isAddress)
    invalid('config.endpoint', 'Give the address of the bucket’s server, such as https://s3.eu-central-1.amazonaws.com');
  const why = whyNotCalled(endpoint);
  if (why !== null) invalid('config.endpoint', why);
}

const BRANCH = /^(?!-|\/)(?!.*(?:\.\.|\/\/|@\{|\.lock$))[\w./-]+(?<![./])$/;
// Nothing that would make git run a program.
const REMOTE = /^(?:https?:\/\/|ssh:\/\/|file:\/\/\/|\/)[^\s]+$|^[\w.-]+@[\w.-]+:[^\s]+$/;

function checkGit({ url, branch }: { url: string; branch: string }): void {
  if (!REMOTE.test(url)) {
    invalid(
      'config.url',
      'Give the address of a repository: https://…, ssh://…, git@host:path, or the path of one on this machine.',
    );
  }
  if (/^https?:\/\/[^/]*@/.test(url)) invalid('config.url', 'Leave the password out of the address and give it as the token.');
  if (!BRANCH.test(branch)) invalid('config.branch', 'This is no name of a branch. Try main or gh-pages.');
}

/** Refuses a target that could not work, or should not. Throws `invalid`. */
export function checkTarget(target: Checked, { dataFolder, outside = NOTHING_OUTSIDE }: Place): void {
  const { kind, config, secret } = target as PublishTargetInput;
  if (kind === 'folder') checkFolder(config.path, dataFolder);
  if (kind === 'git') checkGit(config);
  if (kind === 's3') {
    checkEndpoint(config.endpoint, outside.whyNotCalled);
    if (!secret) invalid('secret', 'Give the secret access key of the bucket.');
  }
}
