import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

function inPath(): string | null {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const places = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return places.find((place) => existsSync(place)) ?? null;
}

function ofPlaywright(): string | null {
  const place = chromium.executablePath();
  return existsSync(place) ? place : null;
}

/** A Chromium that is there: the named one, one of the system, the one that Playwright keeps; or null. */
export function findChromium(): string | null {
  const named = process.env['PLAYWRIGHT_CHROMIUM'];
  if (named) return existsSync(named) ? named : null;
  return inPath() ?? ofPlaywright();
}

const MISSING = `No Chromium was found for the browser tests. Do one of these and run npm test again:
  - install it: apt-get install chromium, or your system's package of it
  - npx playwright install --with-deps chromium
  - set PLAYWRIGHT_CHROMIUM to the path of a Chromium or Chrome`;

/** Finds Chromium, or installs it where we may: as root on Debian. Throws with what to do otherwise. */
export function ensureChromium(): string {
  const found = findChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const apt = (...args: string[]) => execFileSync('apt-get', ['-q', '-y', ...args], { stdio: ['ignore', 2, 2] });
    try {
      apt('update');
      apt('install', '--no-install-recommends', 'chromium');
    } catch (error) {
      throw new Error(`${MISSING}\n(apt-get was tried and failed: ${error instanceof Error ? error.message : String(error)})`);
    }
  }
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(MISSING);
}
