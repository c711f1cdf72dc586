import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashOf } from './render-site';
import { createStandingSite } from './standing-site';
import { writeFolder } from './write-folder';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'warroom-site-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const filesOf = (text: string) =>
  new Map([
    ['index.html', text],
    ['api/v2/status.json', `{"said":"${text}"}`],
  ]);
const take = (site: ReturnType<typeof createStandingSite>, text: string) => site.take(hashOf(filesOf(text)), filesOf(text));

describe('the page as it stands', () => {
  it('is served from memory, lies in a folder for other servers, and is there again after a start', async () => {
    const site = createStandingSite({ folder, headers: {} });
    await site.load();
    expect(site.hash()).toBe('');
    await take(site, 'first');
    expect(site.file('index.html')?.plain.bytes.toString()).toBe('first');
    expect(readFileSync(path.join(folder, 'current', 'api/v2/status.json'), 'utf8')).toBe('{"said":"first"}');
    const again = createStandingSite({ folder, headers: {} });
    await again.load();
    expect(again.hash()).toBe(hashOf(filesOf('first')));
    expect(again.file('api/v2/status.json')?.text).toBe('{"said":"first"}');
  });

  it('is what it was where a writer died in the middle', async () => {
    const site = createStandingSite({ folder, headers: {} });
    await take(site, 'first');
    const draft = path.join(folder, 'current.new-01932f4e-0000-7000-8000-000000000001');
    mkdirSync(draft);
    writeFileSync(path.join(draft, 'index.html'), 'ha');
    const again = createStandingSite({ folder, headers: {} });
    await again.load();
    expect(again.file('index.html')?.text).toBe('first');
    await take(again, 'second');
    expect(readFileSync(path.join(folder, 'current', 'index.html'), 'utf8')).toBe('second');
  });

  it('is never seen half by who reads while it is written', async () => {
    const link = path.join(folder, 'current');
    await writeFolder(link, filesOf('0'), hashOf(filesOf('0')));
    let isWriting = true;
    const writing = (async () => {
      for (let round = 1; round <= 30; round += 1)
        await writeFolder(link, filesOf(String(round)), hashOf(filesOf(String(round))));
      isWriting = false;
    })();
    let seen = 0;
    while (isWriting) {
      const version = path.join(folder, readlinkSync(link));
      const text = readFileSync(path.join(version, 'index.html'), 'utf8');
      expect(readFileSync(path.join(version, 'api/v2/status.json'), 'utf8')).toBe(`{"said":"${text}"}`);
      seen += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    await writing;
    expect(seen).toBeGreaterThan(5);
    expect(readdirSync(folder)).toHaveLength(3);
  });

  it('is served where the folder cannot be written, and written once it can', async () => {
    const blocked = path.join(folder, 'blocked');
    writeFileSync(blocked, 'a file where a folder should be');
    const site = createStandingSite({ folder: blocked, headers: {} });
    await expect(take(site, 'first')).rejects.toThrow();
    expect(site.file('index.html')?.text).toBe('first');
    rmSync(blocked);
    await site.settle();
    expect(existsSync(path.join(blocked, 'current', 'index.html'))).toBe(true);
    chmodSync(blocked, 0o755);
  });

  it('prepares anew only what changed', async () => {
    const site = createStandingSite({ folder, headers: {} });
    const first = new Map([
      ['index.html', 'a'],
      ['icon.svg', '<svg/>'],
    ]);
    await site.take('1'.repeat(64), first);
    const icon = site.file('icon.svg');
    await site.take(
      '2'.repeat(64),
      new Map([
        ['index.html', 'b'],
        ['icon.svg', '<svg/>'],
      ]),
    );
    expect(site.file('icon.svg')).toBe(icon);
    expect(site.file('index.html')?.text).toBe('b');
  });
});
