import type { PublishTargetInput, PublishTargetKind } from '@/lib/contracts/publishing';

type TargetField = { name: string; label: string; hint?: string; isOptional?: true };

export const KIND_WORD: Record<PublishTargetKind, string> = { folder: 'Folder', s3: 'S3 bucket', git: 'Git repository' };

/** What each kind of target is made of. */
export const KIND_FIELDS: Record<PublishTargetKind, TargetField[]> = {
  folder: [
    { name: 'path', label: 'Path', hint: 'Absolute, on this machine, and not there yet: it becomes a link to the newest files.' },
  ],
  s3: [
    { name: 'endpoint', label: 'Endpoint', hint: 'Without the bucket, such as https://s3.eu-central-1.amazonaws.com.' },
    { name: 'region', label: 'Region' },
    { name: 'bucket', label: 'Bucket' },
    { name: 'prefix', label: 'Prefix', isOptional: true },
    { name: 'accessKeyId', label: 'Access key id' },
  ],
  git: [
    { name: 'url', label: 'Address', hint: 'https, ssh, or a folder of this machine.' },
    { name: 'branch', label: 'Branch' },
    { name: 'userName', label: 'User name' },
  ],
};

/** What its secret is; none for a folder. */
export const KIND_SECRET: Record<PublishTargetKind, string | null> = {
  folder: null,
  s3: 'Secret access key',
  git: 'Token (https) or private key (ssh)',
};

/** Where it leads, in a few words. */
export function placeText({ kind, config }: Pick<PublishTargetInput, 'kind' | 'config'>): string {
  const words = config as Record<string, string>;
  if (kind === 'folder') return words.path ?? '';
  if (kind === 's3') return [words.endpoint, words.bucket, words.prefix].filter(Boolean).join('/');
  return `${words.url ?? ''} ${words.branch ?? ''}`;
}
