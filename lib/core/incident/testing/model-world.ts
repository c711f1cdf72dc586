import { PEOPLE, type Who } from './room';

/**
 * The rules of an incident a second time, written the plainest way: changed in place, names instead of ids, no events.
 * Knows nothing of the code that it is compared with.
 */
export type World = {
  title: string;
  severity: string;
  status: string;
  isPrivate: boolean;
  commander: string | null;
  offer: string | null;
  roles: Map<string, Set<string>>;
  inside: Set<string>;
  withdrawn: Set<string>;
  tookPart: Set<string>;
  hypotheses: { state: string; owner: string | null; parent: number | null }[];
  cause: number | null;
  evidence: { by: string; redacted: boolean; title: string }[];
  bearings: Map<string, number>;
  tasks: { kind: string; state: string; owner: string | null }[];
  updates: { audience: string; phase: string | null; text: string; by: string; redacted: boolean }[];
  hasPublicTitle: boolean;
  postmortem: string | null;
  promise: { at: string; audience: string } | null;
  questions: { text: string; isAnswered: boolean }[];
  atIt: Set<string>;
  lines: { text: string | null; by: string; isNote: boolean; pinned: boolean }[];
};

/** `ok`, or the code of a refusal. */
export type Answer = 'ok' | 'invalid' | 'forbidden' | 'not_found' | 'conflict' | 'rule';

export type Said = Record<string, unknown>;
export type WorldRule = (world: World, who: string, said: Said) => Answer;

export const newWorld = (by: string): World => ({
  title: 'start',
  severity: 'SEV2',
  status: 'investigating',
  isPrivate: false,
  commander: null,
  offer: null,
  roles: new Map(),
  inside: new Set([by]),
  withdrawn: new Set(),
  tookPart: new Set([by]),
  hypotheses: [],
  cause: null,
  evidence: [],
  bearings: new Map(),
  tasks: [],
  updates: [],
  hasPublicTitle: false,
  postmortem: null,
  promise: null,
  questions: [],
  atIt: new Set([by]),
  lines: [{ text: null, by, isNote: false, pinned: false }],
});

export const rolesOf = (world: World, who: string): Set<string> => world.roles.get(who) ?? new Set();
export const kindOf = (who: string): string => PEOPLE[who as Who].role;
export const sees = (world: World, who: string): boolean =>
  !world.isPrivate || kindOf(who) === 'admin' || world.inside.has(who) || rolesOf(world, who).size > 0;
export const onlyObserves = (world: World, who: string): boolean =>
  rolesOf(world, who).size === 1 && rolesOf(world, who).has('observer');
export const leads = (world: World, who: string): boolean =>
  world.commander === null || world.commander === who || rolesOf(world, who).has('deputy');

export const speaks = (world: World, who: string): boolean => leads(world, who) || rolesOf(world, who).has('comms');

/** A line in the log for what was just done. */
export function wrote(world: World, by: string, text: string | null = null): void {
  world.atIt.add(by);
  world.lines.push({ text, by, isNote: text !== null, pinned: false });
}

export function letIn(world: World, who: string): void {
  world.inside.add(who);
  world.tookPart.add(who);
  world.withdrawn.delete(who);
}

export function giveRole(world: World, who: string, role: string): void {
  letIn(world, who);
  world.roles.set(who, new Set([...rolesOf(world, who), role]));
}

export function dropRole(world: World, who: string, role: string): void {
  const left = rolesOf(world, who);
  left.delete(role);
  if (left.size === 0) world.roles.delete(who);
}

export function putInCommand(world: World, who: string | null): void {
  if (world.commander) dropRole(world, world.commander, 'commander');
  if (who) giveRole(world, who, 'commander');
  world.commander = who;
  world.offer = null;
}

/** What keeps this person from being given work, or null. */
export function noWorkFor(world: World, who: string): Answer | null {
  if (kindOf(who) === 'viewer' || onlyObserves(world, who) || !sees(world, who)) return 'rule';
  return null;
}

/** What keeps `who` from giving something that `owner` has to `wanted`, or null. */
export function noPassing(world: World, who: string, owner: string | null, wanted: string | null): Answer | null {
  if (owner === who && (wanted === who || wanted === null)) return null;
  if (wanted === who && owner === null) return null;
  if (leads(world, who)) return null;
  return wanted === who ? 'conflict' : 'forbidden';
}
