import { convergenceOver } from '@/lib/realtime/testing/convergence-over';
import { heldTimers } from '@/lib/client/testing/held-timers';
import { CALM, lossyNetwork } from '@/lib/client/testing/lossy-network';
import { openTab, type ConvergenceTab } from '@/lib/client/testing/convergence-tab';
import { seeded } from '@/lib/client/testing/seeded';
import { browser } from '@/lib/client/testing/outbox-parts';
import { createMemoryStorage } from '@/lib/client/outbox-storage';
import type { IncidentEvent } from '@/lib/core/incident/events';
import type { Database } from '@/lib/db/database';

export type DeviceClocks = {
  written: number;
  /** Written without a network, and sent up to hours later. */
  offline: number;
  notThere: number;
  /** How far the time of an entry is from when it was written, at most. */
  worstMs: number;
  /** Entries that stand in the log in another order than they were written. */
  disordered: number;
};

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const SKEWS_MS = [-24 * HOUR_MS, -5 * MINUTE_MS, 0, 5 * MINUTE_MS, 24 * HOUR_MS];
const START_MS = Date.parse('2026-11-23T16:00:00.000Z');
const LAST_ROUNDS = 60;
const QUIET_TURNS = 8;

const turn = () => new Promise(setImmediate);

/** Carries everything to and fro until nothing has moved for a while: no time passes while something is under way. */
async function settle(tabs: readonly ConvergenceTab[]): Promise<void> {
  for (let quiet = 0; quiet < QUIET_TURNS; quiet += 1) {
    await turn();
    for (const { network } of tabs) {
      for (; network.hasRequests(); quiet = 0) await network.serve();
      while (network.deliver()) quiet = 0;
    }
  }
}

const timesOf = (truth: readonly IncidentEvent[]) =>
  new Map(truth.map(({ commandId, at, seq }) => [commandId as string, { atMs: Date.parse(at), seq }]));

function disorderedIn(written: ReadonlyMap<string, number>, times: ReturnType<typeof timesOf>): number {
  const asShown = [...written.keys()].flatMap((id) => times.get(id) ?? []).toSorted((a, b) => a.atMs - b.atMs || a.seq - b.seq);
  const asWritten = [...written].toSorted(([, a], [, b]) => a - b).flatMap(([id]) => times.get(id) ?? []);
  return asWritten.filter((one, index) => one !== asShown[index]).length;
}

/** People write on devices whose clocks are up to a day wrong, with and without a network, in the browser's own code. */
export async function measureDeviceClocks(
  db: Database,
  { writes, seed }: { writes: number; seed: number },
): Promise<DeviceClocks> {
  const random = seeded(seed);
  const held = heldTimers(START_MS);
  const server = await (await convergenceOver(db))(SKEWS_MS.length, () => new Date(held.timers.nowMs()));
  const snapshot = await server.snapshot(0);
  if (snapshot.kind !== 'ok') throw new Error('The server gave no snapshot to begin with.');
  const tabs = SKEWS_MS.map((skewMs, person) =>
    openTab({
      ...{ server, person, snapshot: snapshot.value, storage: createMemoryStorage(), home: browser() },
      network: lossyNetwork(random, () => CALM),
      timers: { ...held.timers, nowMs: () => held.timers.nowMs() + skewMs },
      acknowledged: () => undefined,
      applied: () => undefined,
    }),
  );
  server.published((events) => tabs.forEach((tab) => tab.network.tell(events, tab.hear)));
  for (const tab of tabs) tab.connect();
  await settle(tabs);

  const written = new Map<string, number>();
  let offline = 0;
  while (written.size < writes) {
    held.pass(10_000 + random.below(random.chance(0.1) ? 2 * HOUR_MS : 5 * MINUTE_MS));
    // What was tried in that time failed in that time: it does not wait for the network to come back.
    await settle(tabs);
    const tab = random.pick(tabs)!;
    if (random.chance(0.3)) tab.disconnect();
    if (random.chance(0.3)) tab.connect();
    await settle(tabs);
    const answer = await tab.actions.run('log.write', { text: `Line ${written.size}` });
    if (!answer.ok) throw new Error(`A line was refused: ${answer.message}`);
    written.set(answer.id, held.timers.nowMs());
    if (!tab.network.isConnected()) offline += 1;
    await settle(tabs);
  }
  for (const tab of tabs) if (!tab.network.isConnected()) tab.connect();
  const isWaiting = () => tabs.some((tab) => tab.view().outbox.length > 0);
  for (let round = 0; round < LAST_ROUNDS && isWaiting(); round += 1) {
    await settle(tabs);
    held.pass(1000);
  }
  await settle(tabs);
  const times = timesOf(await server.truth());
  for (const tab of tabs) tab.close();
  const errors = [...written]
    .flatMap(([id, atMs]) => Math.abs((times.get(id)?.atMs ?? Number.NaN) - atMs))
    .filter((ms) => !Number.isNaN(ms));
  return {
    ...{ written: written.size, offline, worstMs: Math.max(...errors) },
    notThere: written.size - errors.length,
    disordered: disorderedIn(written, times),
  };
}
