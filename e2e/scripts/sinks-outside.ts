import { RoomPage } from '../pages/room-page';
import { opened, type Ground } from './sinks';
import type { Vector } from './vectors';

/** Incidents that are called like vectors, on the first page and in what it searches. */
export async function home(ground: Ground, vectors: readonly Vector[]): Promise<void> {
  const { page, look, house } = ground;
  for (const { text } of vectors) await house.declare({ title: text, services: [text], summary: text });
  await page.goto('/');
  await look(page);
  // The running ones are the newest fifty; what is asked for comes whole, page by page.
  await page.goto('/?severity=SEV2');
  const more = page.getByRole('region', { name: 'Find incidents' }).getByRole('button', { name: /more/i });
  const rows = page.getByRole('region', { name: 'Find incidents' }).getByRole('listitem');
  await rows.first().waitFor();
  while (await more.isVisible()) {
    const before = await rows.count();
    await more.click();
    await rows.nth(before).waitFor();
  }
  await look(page);
  const written = await page.evaluate(() => document.body.textContent);
  for (const vector of vectors) if (!written.includes(vector.text)) ground.missing('the first page', vector);
  ground.count('the first page', vectors);
}

/** People, tokens and devices that are called like vectors. */
export async function settings(ground: Ground, vectors: readonly Vector[]): Promise<void> {
  for (const name of ['members', 'tokens', 'sessions', 'profile', 'invitations']) {
    await ground.page.goto(`/settings/${name}`);
    await ground.page.getByRole('heading', { level: 1 }).waitFor();
    await ground.look(ground.page);
    const written = await ground.page.evaluate(() => document.body.textContent);
    if (name === 'members' || name === 'tokens')
      for (const vector of vectors) if (!written.includes(vector.text)) ground.missing(name, vector);
  }
  ground.count('members', vectors);
  ground.count('tokens', vectors);
  ground.count('devices', vectors);
}

const AT_ONCE = 12;

/** Addresses with vectors in every place that is read from one. */
export async function addresses(ground: Ground, vectors: readonly Vector[], incident: string): Promise<void> {
  const { page, look } = ground;
  for (let from = 0; from < vectors.length; from += AT_ONCE) {
    const some = vectors.slice(from, from + AT_ONCE);
    const text = encodeURIComponent(some.map((one) => one.text).join(' '));
    const paths = [
      `/?q=${text.slice(0, 1500)}&status=${text}&severity=${text}`,
      `/incidents/${incident}?kind=${text}&person=${text}&pinned=${text}#${text}`,
      `/incidents/${incident}/evidence/E1#${text}`,
    ];
    for (const path of paths) {
      await page.goto(path);
      await look(page);
    }
  }
  ground.count('addresses: search, filters, places in a page', vectors);
  for (let from = 0; from < vectors.length; from += AT_ONCE) {
    const text = vectors.slice(from, from + AT_ONCE).map((one) => encodeURIComponent(one.text.replaceAll('/', '')));
    for (const path of [`/incidents/${text[0]}`, `/incidents/${incident}/evidence/${text[1]}`, `/${text[2]}`]) {
      await page.goto(path);
      await look(page);
    }
  }
}

/** The page where one signs in, for a stranger: where to go next, and what went wrong. */
export async function signIn({ page, look, count, house }: Ground, vectors: readonly Vector[]): Promise<void> {
  for (const { text } of vectors) {
    const word = encodeURIComponent(text);
    await page.goto(`/sign-in?next=${word}&error=${word}`, { waitUntil: 'domcontentloaded' });
    await look(page);
  }
  count('where to go after signing in', vectors);
  for (const path of ['/setup?token=', '/invite/']) {
    const word = encodeURIComponent(
      vectors
        .map(({ text }) => text.replaceAll(/[/.]/g, ''))
        .join(' ')
        .slice(0, 1500),
    );
    await page.goto(`${house.url}${path}${word}`);
    await look(page);
  }
}

/** Files whose names are vectors, offered as evidence. */
export async function fileNames(ground: Ground, vectors: readonly Vector[], incident: string): Promise<void> {
  const { page } = ground;
  const here = new RoomPage(page);
  await here.open(incident);
  const input = page.locator('input[type=file]').first();
  for (const { text } of vectors) {
    const name = `${text.replaceAll('/', '∕')}.txt`;
    await input.setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
    await page.getByRole('dialog').getByText(name, { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    const discard = page.getByRole('dialog').getByRole('button', { name: /^(?:Discard|Leave|Close)/ });
    if (await discard.first().isVisible()) await discard.first().click();
  }
  await ground.look(page);
  ground.count('names of files', vectors);
}

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

/** Files that are a page, or an image and a page, as whatever type they are said to be. */
const files = ({ text }: Vector): [type: string, bytes: Buffer][] => {
  const html = Buffer.from(`<!doctype html><html><body>${text}</body></html>`);
  const svg = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" onload="ran(0)"><foreignObject>${text}</foreignObject></svg>`);
  return [
    ['text/html', html],
    ['text/plain', html],
    ['image/svg+xml', svg],
    ['text/plain', svg],
    ['image/png', html],
    ['image/png', Buffer.concat([PNG, html])],
    ['image/gif', Buffer.concat([Buffer.from('GIF89a/*'), html, Buffer.from('*/=1;ran(0)')])],
  ];
};

/** Uploads of pages and images of vectors: those that are taken are opened as pages, and loaded as scripts, frames and pictures. */
export async function uploads(ground: Ground, vectors: readonly Vector[]): Promise<void> {
  const { page, house, look } = ground;
  const incident = await house.declare({ title: 'Orders answer 500' });
  const who = [...ground.crowd.values()][0];
  const bodies: string[] = [];
  for (const vector of vectors) {
    for (const [type, bytes] of files(vector)) {
      const answer = await fetch(`${house.url}/api/v1/incidents/${incident}/evidence?title=x`, {
        ...{ method: 'POST', body: new Uint8Array(bytes) },
        headers: { authorization: `Bearer ${who?.token}`, 'content-type': type },
      });
      if (answer.status >= 500) throw new Error(`An upload was answered with ${answer.status}.`);
      if (!answer.ok) continue;
      bodies.push(`/api/v1/incidents/${incident}/evidence/E${bodies.length + 1}/body`);
    }
  }
  for (const body of bodies) await opened(ground, body, 'uploads opened as pages', []);
  await page.goto(`/incidents/${incident}`);
  await look(page);
  await page.evaluate(loadInEveryWay, bodies);
  ground.count('uploads: pages, SVG, images with scripts in them', vectors);
}

async function loadInEveryWay(addresses: string[]): Promise<void> {
  const ways = Object.entries({ script: 'src', img: 'src', iframe: 'src', object: 'data', embed: 'src' });
  const settled = addresses.flatMap((address) =>
    ways.map(([tag, attribute]) => {
      const element = document.createElement(tag);
      element.setAttribute(attribute, address);
      document.body.append(element);
      return new Promise((resolve) => {
        for (const event of ['load', 'error']) element.addEventListener(event, resolve, { once: true });
      });
    }),
  );
  // Some of them tell nobody that they were refused.
  await Promise.race([Promise.all(settled), new Promise((resolve) => setTimeout(resolve, 3000))]);
}
