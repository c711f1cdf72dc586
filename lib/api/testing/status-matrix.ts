import { uuidv7 } from 'uuidv7';
import { ACTOR_KINDS, makeRoom, VISIBILITIES, type ActorKind, type Room, type Visibility } from './access-actors';
import type { Cell } from './access-matrix';
import { expected, type RowName } from './access-table';
import type { ApiOver } from './api-over';
import type { Door } from './door-over';

/** Every kind of address at which the status page answers. What stands there is never of the one who asks. */
const ROWS: Record<string, RowName> = {
  '/status/': 'anyone',
  '/status/history/': 'anyone',
  '/status/feed.atom': 'anyone',
  '/status/calendar.ics': 'anyone',
  '/api/v2/summary.json': 'anyone',
  '/api/v2/incidents.json': 'anyone',
  '/status/internal/': 'signed in',
  '/status/internal/history/index.html': 'signed in',
};
const isInternal = (path: string) => path.startsWith('/status/internal/');

type Got = Pick<Cell, 'got'> & { text: string };

async function ask(door: Door, { actor }: Room, path: string): Promise<Got> {
  const response = await fetch(door.url + path, { headers: actor.headers, redirect: 'manual' });
  const isSignIn = response.status === 302 && response.headers.get('location')?.startsWith('/sign-in?') === true;
  return { got: response.ok ? 'ok' : isSignIn ? 401 : response.status, text: await response.text() };
}

/** What was told to stakeholders, by somebody who may, and published as far as it is to be. */
async function tellStakeholders(api: ApiOver, door: Door, { key, commander }: Room): Promise<string> {
  const words = `Inside only ${uuidv7()}`;
  await api.take(commander, key, 'update.post', { audience: 'stakeholders', phase: 'investigating', text: words });
  const outcome = await api.services.publishing.publishStatus({ reason: 'asked' });
  if ('files' in outcome) await door.site.take(outcome.hash, outcome.files);
  return words;
}

async function runCells(api: ApiOver, door: Door, kind: ActorKind, visibility: Visibility): Promise<Cell[]> {
  const room = await makeRoom(api, kind, visibility);
  const words = await tellStakeholders(api, door, room);
  const cells: Cell[] = [];
  for (const [path, row] of Object.entries(ROWS)) {
    const { got, text } = await ask(door, room, path);
    const mayTell = got === 'ok' && isInternal(path) && visibility === 'public';
    // The first page for staff says it; that it does shows that the look at the others is one.
    const isHidden = mayTell && path === '/status/internal/' && !text.includes(words);
    const isLeak = !mayTell && text.includes(words);
    cells.push({
      ...{ attempt: `get ${path}`, kind, visibility, isLeak },
      ...{ expected: expected(row, kind, visibility), got: isHidden ? 404 : got },
    });
  }
  return cells;
}

/** Every kind of actor x every kind of address of the status page x a public and a private incident. */
export async function runStatusMatrix(api: ApiOver, door: Door): Promise<Cell[]> {
  const cells: Cell[] = [];
  for (const visibility of VISIBILITIES)
    for (const kind of ACTOR_KINDS) cells.push(...(await runCells(api, door, kind, visibility)));
  return cells;
}
