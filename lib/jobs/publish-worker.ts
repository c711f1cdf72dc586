import type { StandingSite } from '@/lib/publish/standing-site';
import type { Publishing } from '@/lib/services/publishing/publishing';
import { waitMs } from './claim-effect';
import { repeat, type Repeated } from './repeat';

const EVERY_MS = 1_000;
const CLOCK_EVERY_MS = 60_000;

type Deps = {
  publishing: Pick<Publishing, 'isPublishingDue' | 'publishStatus' | 'latestPublication' | 'noteFailure'>;
  site: Pick<StandingSite, 'hash' | 'take' | 'settle'>;
  clock: () => Date;
  /** Called when something else stands than before: targets may have something to do. */
  onPublished: () => void;
  onError: (error: unknown) => void;
};

type Memory = { nextChangeAt: string | null; clockAtMs: number; failures: number; notBeforeMs: number };

/**
 * Publishes what was written, and what the clock alone changes (a new day, maintenance that begins or ends, a notice that
 * ends), and serves whatever any process published last. One process publishes at a time; all look once a second.
 */
export function createPublishWorker(deps: Deps): Repeated {
  const { publishing, site, clock } = deps;
  const memory: Memory = { nextChangeAt: null, clockAtMs: 0, failures: 0, notBeforeMs: 0 };

  async function reasonNow(): Promise<'start' | 'clock' | 'written' | null> {
    if (memory.nextChangeAt === null) return 'start';
    const now = clock();
    if (now.getTime() - memory.clockAtMs >= CLOCK_EVERY_MS) {
      memory.clockAtMs = now.getTime();
      await site.settle().catch(deps.onError);
      if (now.toISOString() >= memory.nextChangeAt) return 'clock';
    }
    return (await publishing.isPublishingDue()) ? 'written' : null;
  }

  async function publish(reason: 'start' | 'clock' | 'written'): Promise<void> {
    const outcome = await publishing.publishStatus(reason === 'written' ? null : { reason });
    if (!('hash' in outcome)) return;
    memory.nextChangeAt = outcome.nextChangeAt;
    memory.failures = 0;
    if (outcome.kind === 'published') await take(outcome);
  }

  async function take(published: { hash: string; files: ReadonlyMap<string, string> }): Promise<void> {
    await site.take(published.hash, published.files).finally(deps.onPublished);
  }

  async function failed(error: unknown, reason: string): Promise<void> {
    memory.failures += 1;
    memory.notBeforeMs = clock().getTime() + waitMs(memory.failures);
    deps.onError(error);
    const words = error instanceof Error ? error.message : String(error);
    // Where the database is away there is nothing to write it into.
    await publishing.noteFailure(reason, words).catch(() => undefined);
  }

  async function look(): Promise<boolean> {
    const reason = clock().getTime() < memory.notBeforeMs ? null : await reasonNow();
    if (reason !== null) await publish(reason).catch((error: unknown) => failed(error, reason));
    const newer = await publishing.latestPublication(site.hash());
    if (newer) await take(newer);
    return false;
  }

  return repeat(look, { everyMs: EVERY_MS, onError: deps.onError });
}
