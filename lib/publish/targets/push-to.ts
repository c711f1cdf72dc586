import type { PublishTargetInput } from '@/lib/contracts/publishing';
import { writeFolder } from '../write-folder';
import { pushToBucket } from './push-to-bucket';
import { pushToGit } from './push-to-git';
import type { Push, PushTarget } from './target';

/** Pushes files to a target, which then holds these and no others of ours. Throws with a sentence about what went wrong. */
export async function pushTo(target: PushTarget, push: Push): Promise<void> {
  const { kind, config, secret } = target as PublishTargetInput;
  switch (kind) {
    case 'folder':
      return writeFolder(config.path, push.files, push.hash);
    case 's3':
      return pushToBucket(config, secret ?? '', push);
    case 'git':
      return pushToGit(config, secret, push);
  }
}
