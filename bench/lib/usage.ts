import type { Child } from './child';

/** CPU since the process began, memory now, and how busy its loop was since it was last asked (0..1). */
export type Usage = { cpuMs: number; rssBytes: number; loopShare: number };

export const usageOf = (child: Pick<Child, 'ask'>): Promise<Usage> => child.ask<Usage>('usage');

/** What a process uses while `work` runs. */
export async function during<T>(
  child: Pick<Child, 'ask'>,
  work: () => Promise<T>,
): Promise<{ result: T; cpuMs: number; loopShare: number }> {
  const before = await usageOf(child);
  const result = await work();
  const after = await usageOf(child);
  return { result, cpuMs: after.cpuMs - before.cpuMs, loopShare: after.loopShare };
}

/** Memory once what is no longer used was given back. */
export async function settledRss(child: Pick<Child, 'ask'>): Promise<number> {
  await child.ask('collectGarbage');
  return (await usageOf(child)).rssBytes;
}
