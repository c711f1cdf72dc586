import type { RunAnswer } from '../room-actions';
import { createMemoryStorage } from '../outbox-storage';
import type { Timers } from '../timers';
import { faultsOf, noPromises, noteApplied, viewFaults } from './convergence-oracle';
import type { OpenServer } from './convergence-server';
import { openTab, type ConvergenceTab } from './convergence-tab';
import { heldTimers } from './held-timers';
import { CALM, lossyNetwork, STORM } from './lossy-network';
import { browser } from './outbox-parts';
import { randomCommand } from './random-command';
import { seeded, type Seeded } from './seeded';

export type ConvergenceOptions = { seed: number; operations: number; open: OpenServer };

export type ConvergenceResult = {
  seed: number;
  tabs: number;
  /** Commands that people were told are safe. */
  written: number;
  events: number;
  /** What went wrong, in words; empty when all tabs converged and every promise was kept. */
  faults: string[];
};

const START_MS = Date.parse('2026-11-23T16:00:00.000Z');
const DAY_MS = 86_400_000;
const HEAL_ROUNDS = 400;

const turn = () => new Promise(setImmediate);

/** Clocks of devices run up to a day ahead or behind. [R13] */
const skewed = (timers: Timers, skewMs: number): Timers => ({ ...timers, nowMs: () => timers.nowMs() + skewMs });

async function openWorld(random: Seeded, { open }: ConvergenceOptions) {
  const held = heldTimers(START_MS);
  const count = 2 + random.below(7);
  const people = Math.max(2, count - random.below(3));
  const server = await open(people, () => new Date(held.timers.nowMs()));
  const promises = noPromises();
  const world = { isCalm: false };
  const homes = server.people.map(() => ({ home: browser(), storage: createMemoryStorage(), skewMs: 0 }));
  for (const home of homes) home.skewMs = random.chance(0.5) ? random.below(2 * DAY_MS) - DAY_MS : 0;

  async function tabFor(person: number): Promise<ConvergenceTab> {
    const { home, storage, skewMs } = homes[person]!;
    const snapshot = await server.snapshot(person);
    if (snapshot.kind !== 'ok') throw new Error('The server gave no snapshot to begin with.');
    return openTab({
      server,
      person,
      snapshot: snapshot.value,
      network: lossyNetwork(random, () => (world.isCalm ? CALM : STORM)),
      storage,
      home,
      timers: skewed(held.timers, skewMs),
      acknowledged: (id, events) => void promises.acknowledged.set(id, events),
      applied: (event) => noteApplied(promises, event),
    });
  }

  const tabs: ConvergenceTab[] = [];
  for (let n = 0; n < count; n += 1) tabs.push(await tabFor(n % people));
  server.published((events) => tabs.forEach((tab) => tab.network.tell(events, tab.hear)));
  return { held, server, promises, world, tabs, tabFor };
}

type World = Awaited<ReturnType<typeof openWorld>>;

async function act({ held, promises }: World, tab: ConvergenceTab, random: Seeded, serial: number): Promise<void> {
  const { name, input } = randomCommand(random, tab.view(), serial);
  const atMs = held.timers.nowMs();
  const answer: RunAnswer = await tab.actions.run(name, input as never);
  if (answer.ok) promises.written.set(answer.id, { atMs, name });
}

async function reload(world: World, tab: ConvergenceTab, random: Seeded): Promise<void> {
  tab.close();
  await turn();
  const fresh = await world.tabFor(tab.person);
  world.tabs[world.tabs.indexOf(tab)] = fresh;
  if (random.chance(0.7)) fresh.connect();
}

async function headsOf({ server, held, tabs }: World): Promise<void> {
  const snapshot = await server.snapshot(0);
  if (snapshot.kind !== 'ok') return;
  const now = new Date(held.timers.nowMs()).toISOString();
  for (const tab of tabs) tab.hearHead(snapshot.value.seq, snapshot.value.epoch, now);
}

/** The server works on `count` requests of anybody's at once. */
async function serve({ tabs }: World, random: Seeded, count: number): Promise<void> {
  const asking = tabs.filter((tab) => tab.network.hasRequests());
  await Promise.all(Array.from({ length: count }, () => random.pick(asking)?.network.serve()));
}

async function serveAll(world: World, random: Seeded): Promise<void> {
  while (world.tabs.some((tab) => tab.network.hasRequests())) {
    await serve(world, random, 3);
    await turn();
  }
}

async function operate(world: World, random: Seeded, serial: number): Promise<void> {
  const tab = random.pick(world.tabs)!;
  const dice = random.next();
  if (dice < 0.4) await act(world, tab, random, serial);
  else if (dice < 0.6) tab.network.deliver();
  else if (dice < 0.8) await serve(world, random, 1 + random.below(4));
  else if (dice < 0.87) {
    // A time that goes unsaid is the time of arrival, so nothing lingers under way to the server.
    await serveAll(world, random);
    const isQuick = random.chance(0.5);
    if (isQuick) await settle(world, random);
    world.held.pass(random.below(isQuick ? 3000 : 400));
  } else if (dice < 0.91) tab.connect();
  else if (dice < 0.95) tab.disconnect();
  else if (dice < 0.97) await reload(world, tab, random);
  else await headsOf(world);
  await turn();
}

async function settle(world: World, random: Seeded): Promise<void> {
  for (let isMoving = true; isMoving; await turn()) {
    await serveAll(world, random);
    isMoving = false;
    for (const tab of world.tabs) while (tab.network.deliver()) isMoving = true;
  }
}

/** The network heals: whether everything that was written is sent and every tab is at the head. */
async function heal(world: World, random: Seeded): Promise<boolean> {
  world.world.isCalm = true;
  for (const tab of world.tabs) if (!tab.network.isConnected()) tab.connect();
  for (let round = 0; round < HEAL_ROUNDS; round += 1) {
    await turn();
    await settle(world, random);
    await headsOf(world);
    await turn();
    await settle(world, random);
    const waiting = world.tabs.some((tab) => tab.view().outbox.some(({ state }) => state !== 'attention'));
    const seqs = new Set(world.tabs.map((tab) => tab.room.seq()));
    if (!waiting && seqs.size === 1) return true;
    world.held.pass(1000);
  }
  return false;
}

async function check(world: World, hasHealed: boolean): Promise<Pick<ConvergenceResult, 'faults' | 'events'>> {
  const truth = await world.server.truth();
  const unsent = new Set(world.tabs.flatMap((tab) => tab.view().outbox.map(({ id }) => id)));
  const faults = [
    ...(hasHealed ? [] : ['it did not come to rest after the network healed']),
    ...faultsOf(truth, world.promises, unsent),
    ...world.tabs.flatMap((tab, index) => viewFaults(`tab ${index}`, tab.view(), truth)),
  ];
  return { faults, events: truth.length };
}

/**
 * [R1] People write in several tabs over a bad network: lost requests and answers, dropped, repeated, split and swapped
 * messages, disconnections, reloads, wrong clocks. Afterwards the network heals, and everything is compared with the
 * database. The same seed makes the same run.
 */
export async function runConvergence(options: ConvergenceOptions): Promise<ConvergenceResult> {
  const random = seeded(options.seed);
  const world = await openWorld(random, options);
  for (const tab of world.tabs) if (random.chance(0.9)) tab.connect();
  for (let serial = 1; serial <= options.operations; serial += 1) await operate(world, random, serial);
  const { faults, events } = await check(world, await heal(world, random));
  for (const tab of world.tabs) tab.close();
  return { seed: options.seed, tabs: world.tabs.length, written: world.promises.written.size, events, faults };
}
