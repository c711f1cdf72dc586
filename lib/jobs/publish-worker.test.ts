import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPublishWorker } from './publish-worker';

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-26T23:58:00Z') }));
afterEach(() => void vi.useRealTimers());

const MIDNIGHT = '2026-11-27T00:00:00.000Z';

function workerOver() {
  const files = new Map([['index.html', 'a']]);
  const outcome = { kind: 'published' as const, hash: 'h1', files, nextChangeAt: MIDNIGHT };
  const publishing = {
    isPublishingDue: vi.fn(async () => false),
    publishStatus: vi.fn(async () => outcome),
    latestPublication: vi.fn<(known: string) => Promise<{ hash: string; files: typeof files } | null>>(async () => null),
    noteFailure: vi.fn(async () => undefined),
  };
  const site = { hash: () => 'h0', take: vi.fn(async () => undefined), settle: vi.fn(async () => undefined) };
  const errors: unknown[] = [];
  const onPublished = vi.fn();
  const worker = createPublishWorker({
    ...{ publishing, site, clock: () => new Date(), onPublished, onError: (error) => void errors.push(error) },
  });
  return { worker, publishing, site, errors, onPublished };
}

describe('the publisher', () => {
  it('publishes at the start, then what was written, and what the clock changes within a minute', async () => {
    const { worker, publishing, site, onPublished } = workerOver();
    worker.start();
    await vi.advanceTimersByTimeAsync(100);
    expect(publishing.publishStatus.mock.calls).toEqual([[{ reason: 'start' }]]);
    expect(site.take).toHaveBeenCalledTimes(1);
    expect(onPublished).toHaveBeenCalledTimes(1);
    publishing.isPublishingDue.mockResolvedValueOnce(true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(publishing.publishStatus.mock.calls.at(-1)).toEqual([null]);
    await vi.advanceTimersByTimeAsync(180_000);
    expect(publishing.publishStatus.mock.calls.slice(2)[0]).toEqual([{ reason: 'clock' }]);
    await worker.stop();
  });

  it('takes within a second what another process published', async () => {
    const { worker, publishing, site } = workerOver();
    worker.start();
    await vi.advanceTimersByTimeAsync(100);
    publishing.latestPublication.mockResolvedValueOnce({ hash: 'h2', files: new Map() });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(site.take).toHaveBeenLastCalledWith('h2', new Map());
    await worker.stop();
  });

  it('notes what fails, tries again later and later, and goes on serving', async () => {
    const { worker, publishing, errors } = workerOver();
    publishing.publishStatus.mockRejectedValue(new Error('no space left'));
    worker.start();
    await vi.advanceTimersByTimeAsync(16_500);
    expect(publishing.publishStatus).toHaveBeenCalledTimes(3);
    expect(publishing.noteFailure).toHaveBeenCalledWith('start', 'no space left');
    expect(errors).toHaveLength(3);
    expect(publishing.latestPublication.mock.calls.length).toBeGreaterThan(10);
    await worker.stop();
  });
});
