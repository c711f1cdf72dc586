import type { Declaration } from '../route';
import { ACTOR_KINDS, makeRoom, VISIBILITIES, type ActorKind, type Room, type Visibility } from './access-actors';
import type { Attempt } from './access-attempt';
import { ATTEMPTS } from './access-attempts';
import { expected, type Outcome } from './access-table';
import type { ApiOver } from './api-over';
import { written } from './written';

type Params = Record<string, string>;
type Column = { kind: ActorKind; visibility: Visibility };

export type Cell = {
  attempt: string;
  kind: ActorKind;
  visibility: Visibility;
  expected: Outcome;
  got: Outcome | number;
  /** Something was written although it was refused. */
  isLeak: boolean;
};

/** What a declared route is called in the table. */
export const nameOf = ({ command, method, path }: Pick<Declaration, 'command' | 'method' | 'path'>): string =>
  command ?? `${method} ${path}`;

/** Routes without an expectation, and expectations without a route. */
export function undeclared(declared: readonly Declaration[]): string[] {
  const routes = new Set(declared.map(nameOf));
  const known = new Set(ATTEMPTS.map(({ route }) => route));
  return [...routes].filter((one) => !known.has(one)).concat([...known].filter((one) => !routes.has(one)));
}

const isAboutIncidents = ({ path }: Declaration) => path.startsWith('/api/v1/incidents');

async function send(api: ApiOver, room: Room, { path: template, method }: Declaration, attempt: Attempt, params: Params) {
  const place: Params = { incident: room.key, ...params };
  const path = (template + (attempt.query ?? '')).replace(/\{(\w+)\}/g, (_all, name: string) => place[name] ?? name);
  const { status, text } = await api.call(room.actor, method.toUpperCase(), path, attempt.send?.(room, params));
  if (status < 200 || status > 299) return status;
  return attempt.isSeen && !attempt.isSeen(text, room) ? 404 : 'ok';
}

/** Runs every attempt by one kind of actor, who gets a fresh room whenever one changed who the actor is. */
async function runCells(api: ApiOver, { kind, visibility }: Column, told: (cell: Cell) => void): Promise<void> {
  let room: Room | null = null;
  for (const attempt of ATTEMPTS) {
    const declaration = api.api.declared.find((one) => nameOf(one) === attempt.route);
    if (!declaration) throw new RangeError(`There is no route ${attempt.route}.`);
    if (visibility === 'private' && !isAboutIncidents(declaration)) continue;
    room ??= await makeRoom(api, kind, visibility);
    // What has to be there first is made before the look at what is stored.
    const params = (await attempt.ready?.(api, room)) ?? {};
    const before = await written(api.db.pool);
    const got = await send(api, room, declaration, attempt, params);
    const isChanged = (await written(api.db.pool)) !== before;
    const name = attempt.as ? `${attempt.route}: ${attempt.as}` : attempt.route;
    told({
      attempt: name,
      kind,
      visibility,
      expected: expected(attempt.row, kind, visibility),
      got,
      isLeak: isChanged && got !== 'ok',
    });
    if (isChanged && attempt.upsets) room = null;
  }
}

/** Every kind of actor x every declared route x public and private: each cell as declared, and nothing written where refused. */
export async function runAccessMatrix(api: ApiOver): Promise<Cell[]> {
  const cells: Cell[] = [];
  for (const visibility of VISIBILITIES)
    for (const kind of ACTOR_KINDS) await runCells(api, { kind, visibility }, (cell) => cells.push(cell));
  return cells;
}

export const isUnexpected = ({ expected: wanted, got, isLeak }: Cell): boolean => wanted !== got || isLeak;
