import { pushDueTarget, type PushDeps } from './push-due-target';
import { repeat, type Repeated } from './repeat';

const EVERY_MS = 5_000;

/** Pushes what was published to where it is wanted besides, one target after the other, apart from publishing itself. */
export const createPushWorker = (deps: PushDeps & { onError: (error: unknown) => void }): Repeated =>
  repeat(() => pushDueTarget(deps), { everyMs: EVERY_MS, onError: deps.onError });
