import type { GuardedFetch } from '@/lib/connectors/guarded-fetch';
import type { PublishTargetInput } from '@/lib/contracts/publishing';
import type { Files } from '../render-site';

/** Where to push, with its secret opened. */
export type PushTarget = Pick<PublishTargetInput, 'kind' | 'config' | 'secret'>;
export type ConfigOf<Kind extends PublishTargetInput['kind']> = Extract<PublishTargetInput, { kind: Kind }>['config'];

export type Push = {
  files: Files;
  hash: string;
  fetch: GuardedFetch;
  /** For copies that are needed meanwhile. */
  workFolder: string;
  signal: AbortSignal;
};
