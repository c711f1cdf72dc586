import type { BrowserContext, Page, Response } from '@playwright/test';
import type { RoomPage } from '@/e2e/pages/room-page';
import type { BrowserHouse } from './browser-house';
import { enterRoom, untilLive } from './enter-room';
import { between, pick, shuffled } from './random';

/** A page of somebody; `owner` tells whose, since two tabs of one person share an outbox. */
export type Tab = { owner: number; context: BrowserContext; page: Page };

export type Found = {
  written: number;
  acknowledged: number;
  /** Acknowledged, and not in the history. */
  lost: number;
  /** Written once, and there more than once. */
  duplicated: number;
  gaps: number;
  /** Written, and not in the history once everybody is back. */
  missing: number;
  /** Written without a way to the server, and not drawn as waiting after a reload. */
  forgotten: number;
  /** Pages that do not show exactly the lines of the history in its order. */
  differing: string[];
};

type StoredEvent = { seq: number; type: string; at: string; commandId: string; data: { text?: string } };

const COMMANDS = '**/api/v1/incidents/*/commands';
const BACK_MS = 60_000;

async function storedIn(house: BrowserHouse, incident: string): Promise<StoredEvent[]> {
  const sql = `SELECT event.seq, event.type, event.at, event.command_id AS "commandId", event.data FROM event
    JOIN incident ON incident.id = event.incident_id WHERE incident.number = $1 ORDER BY event.seq`;
  const { rows } = await house.b.db.pool.query(sql, [Number(incident.replace(/\D/g, ''))]);
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}

const lineTexts = async (room: RoomPage): Promise<string[]> =>
  (await room.lines()).map((line) => /Round \d+, word \d+/.exec(line)?.[0]).filter((text) => text !== undefined);

/** Whose commands go to nowhere for a while; they can still load the page. */
async function hold(context: BrowserContext): Promise<() => Promise<void>> {
  await context.route(COMMANDS, (route) => route.abort('connectionfailed'));
  return () => context.unroute(COMMANDS);
}

/** One incident of its own: some write offline, some reload with a full outbox, all come back. */
export async function playRound(house: BrowserHouse, tabs: readonly Tab[], round: number, random: () => number): Promise<Found> {
  const incident = await house.incidentOf(0);
  const rooms = await Promise.all(tabs.map(async (tab) => ({ ...tab, room: await enterRoom(tab.page, incident) })));
  const acknowledged: string[] = [];
  const written: string[] = [];
  const contexts = [...new Set(tabs.map(({ context }) => context))];
  const note = async (response: Response) => {
    if (response.request().method() !== 'POST' || !response.url().endsWith('/commands') || !response.ok()) return;
    acknowledged.push((response.request().postDataJSON() as { id: string }).id);
  };
  for (const context of contexts) context.on('response', note);

  const write = async ({ room }: { room: RoomPage }) => {
    const text = `Round ${round}, word ${written.length}`;
    written.push(text);
    await room.write(text);
    return text;
  };
  const some = async (among: typeof rooms, count: number) => {
    for (let index = 0; index < count; index += 1) await write(pick(random, among));
  };

  const [offline, held] = shuffled(random, contexts);
  const of = (context: BrowserContext | undefined) => rooms.filter((one) => one.context === context);
  await some(rooms, 3);
  if (offline) await offline.setOffline(true);
  const letGo = held && (await hold(held));
  await some(of(offline), between(random, 1, 3));
  const waiting: string[] = [];
  const full = of(held)[0];
  for (let index = between(random, 1, 3); full && index > 0; index -= 1) waiting.push(await write(full));
  await some(
    rooms.filter(({ context }) => context !== offline && context !== held),
    2,
  );
  let forgotten = 0;
  for (const { room, page } of of(held)) {
    await page.reload();
    for (const text of waiting) {
      const mark = room.line(text).getByLabel('Not saved yet');
      if (
        !(await mark.waitFor({ timeout: BACK_MS }).then(
          () => true,
          () => false,
        ))
      )
        forgotten += 1;
    }
  }
  await letGo?.();
  if (offline) await offline.setOffline(false);

  for (const { room } of rooms) await untilLive(room);
  const found = await judgeRound(house, incident, rooms, { written, acknowledged });
  for (const context of contexts) context.off('response', note);
  return { ...found, forgotten };
}

type Told = { written: readonly string[]; acknowledged: readonly string[] };

async function judgeRound(
  house: BrowserHouse,
  incident: string,
  rooms: readonly (Tab & { room: RoomPage })[],
  { written, acknowledged }: Told,
): Promise<Omit<Found, 'forgotten'>> {
  const last = rooms.map(({ room }) => Promise.all(written.map((text) => room.line(text).first().waitFor({ timeout: BACK_MS }))));
  await Promise.allSettled(last);
  // What is acknowledged after this look is not for it to hold.
  const told = [...acknowledged];
  const stored = await storedIn(house, incident);
  const byTime = stored
    .filter(({ type }) => type === 'log.written')
    .toSorted((a, b) => a.at.localeCompare(b.at) || a.seq - b.seq);
  const texts = byTime.map(({ data }) => data.text ?? '');
  const commands = new Set(stored.map(({ commandId }) => commandId));
  const differing: string[] = [];
  for (const { room } of rooms) {
    const shown = await lineTexts(room);
    if (shown.join() !== texts.join()) differing.push(`${incident}: ${shown.join(' | ')} instead of ${texts.join(' | ')}`);
  }
  return {
    ...{ written: written.length, acknowledged: told.length, differing },
    lost: told.filter((id) => !commands.has(id)).length,
    duplicated: texts.length - new Set(texts).size,
    gaps: (stored.at(-1)?.seq ?? 0) - stored.length,
    missing: written.filter((text) => !texts.includes(text)).length,
  };
}
