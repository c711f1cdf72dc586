import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { codeOf, StartupError } from '@/lib/startup-error';
import { birthOf, isAlive, thisPlace } from './process-life';

type Holder = { pid: number; birth: string; place: string };

const TOUCH_MS = 5000;
const SILENT_MS = 20_000;
const ENDING_MS = 1500;

const lockFile = (folder: string) => path.join(folder, 'warroom.lock');

function holderIn(text: string): Holder | null {
  try {
    const { pid, birth, place } = JSON.parse(text) as Partial<Holder>;
    return typeof pid === 'number' && birth !== undefined && place !== undefined ? { pid, birth, place } : null;
  } catch {
    return null;
  }
}

function read(file: string): { text: string; holder: Holder | null } | null {
  try {
    const text = readFileSync(file, 'utf8');
    return { text, holder: holderIn(text) };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function touchedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function touch(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // A full or vanished disk shows elsewhere, in words; a missed touch alone harms nothing.
  }
}

function isHeld(file: string, holder: Holder): boolean {
  if (holder.place === thisPlace()) return isAlive(holder.pid) && birthOf(holder.pid) === holder.birth;
  // Another machine or container: its process numbers mean nothing here, only that it still touches the file.
  return Date.now() - touchedAt(file) < SILENT_MS;
}

// What is moved aside may be a lock that somebody took a moment ago; then it goes back.
function removeStale(file: string, stale: string): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
    if (readFileSync(aside, 'utf8') !== stale) linkSync(aside, file);
    rmSync(aside, { force: true });
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw error;
  }
}

function tryTake(file: string, own: string): boolean {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, own, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

// One that was just told to end, or whose npm was killed, lets go in a moment.
async function waitForEnd(file: string, holder: Holder): Promise<boolean> {
  const until = Date.now() + ENDING_MS;
  while (isHeld(file, holder) && read(file)?.holder?.birth === holder.birth) {
    if (Date.now() > until) return true;
    await wait(50);
  }
  return false;
}

async function waitForSilence(file: string, holder: Holder): Promise<boolean> {
  if (holder.place === thisPlace()) return waitForEnd(file, holder);
  const before = touchedAt(file);
  while (isHeld(file, holder)) {
    if (touchedAt(file) !== before) return true;
    await wait(500);
  }
  return false;
}

function refusal(folder: string, { place, pid }: Holder): StartupError {
  const who = place === thisPlace() ? `process ${pid}` : 'another machine or container';
  return new StartupError(`Warroom already runs on ${folder} (${who}). Stop it first, or give this one its own WARROOM_DATA.`);
}

/** Throws StartupError where an application of this machine runs on the folder; takes nothing. */
export function refuseWhereLocked(folder: string): void {
  const holder = read(lockFile(folder))?.holder;
  if (holder && holder.place === thisPlace() && isHeld(lockFile(folder), holder)) throw refusal(folder, holder);
}

/**
 * One application per data folder. A lock left by a killed process is taken over; throws StartupError when a living
 * one holds it. Answers with the release.
 */
export async function lockDataFolder(folder: string): Promise<() => void> {
  const file = lockFile(folder);
  const own = JSON.stringify({ pid: process.pid, birth: birthOf(process.pid), place: thisPlace() } satisfies Holder);
  while (!tryTake(file, own)) {
    const found = read(file);
    if (found === null) continue;
    if (found.holder && (await waitForSilence(file, found.holder))) throw refusal(folder, found.holder);
    removeStale(file, found.text);
  }
  const touching = setInterval(() => touch(file), TOUCH_MS).unref();
  return () => {
    clearInterval(touching);
    if (read(file)?.text === own) rmSync(file, { force: true });
  };
}
