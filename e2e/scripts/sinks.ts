import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { House } from '../fixtures/house';
import { RoomPage } from '../pages/room-page';
import type { Somebody } from './crowd';
import type { Vector } from './vectors';

/** Where vectors are put: a browser without the content security policy, so that only what we write ourselves holds them back. */
export type Ground = {
  page: Page;
  house: House;
  /** Somebody called like each vector, by its id. */
  crowd: ReadonlyMap<number, Somebody>;
  look: (page: Page) => Promise<void>;
  /** A vector stood in a sink. */
  count: (sink: string, vectors: readonly Vector[]) => void;
  /** A vector that is not on the page as it was written. */
  missing: (sink: string, vector: Vector) => void;
};

/** What fits into one line of a name, a title or a statement. */
export const fitsOneLine = ({ text }: Vector) => text.length <= 80 && text === text.trim() && !/[\r\n\u2028\u2029]/.test(text);

/** Whether it becomes the heading of the page, as it was written. */
const isHeading = (page: Page, text: string) =>
  page
    .waitForFunction((wanted) => document.querySelector('h1')?.textContent.includes(wanted), text, {
      timeout: 20_000,
      polling: 30,
    })
    .then(
      () => true,
      () => false,
    );

async function take(ground: Ground, { token }: Somebody, incident: string, name: string, input: object): Promise<void> {
  const answer = await fetch(`${ground.house.url}/api/v1/incidents/${incident}/commands`, {
    method: 'POST',
    body: JSON.stringify({ id: randomUUID(), name, input }),
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  });
  if (answer.status >= 400) throw new Error(`${name} was answered with ${answer.status}: ${await answer.text()}`);
}

/** Everything that can be written into a room, by somebody who is called so. `nth` is its place among the hypotheses. */
async function writeEverywhere(ground: Ground, incident: string, { id, text }: Vector, nth: number): Promise<void> {
  const who = ground.crowd.get(id);
  if (!who) return;
  const [hypothesis, task] = [`H${nth}`, `T${nth}`];
  const steps: [name: string, input: object][] = [
    ['log.write', { text }],
    ['log.write', { text: `see H${nth} ${text} https://canary.invalid/${text}` }],
    [
      'hypothesis.propose',
      { statement: text, because: text, prediction: text, refutation: text, component: text, parent: nth > 1 ? 'H1' : null },
    ],
    ['hypothesis.assign', { hypothesis, userId: who.userId }],
    [
      'evidence.add',
      {
        ...{ title: text, text: `${text}\n${text}`, source: { command: text, host: text, query: text } },
        hypothesis,
        value: 1,
        note: text,
      },
    ],
    ['task.add', { text }],
    ['task.assign', { task, userId: who.userId }],
    ['role.assign', { role: 'responder', userId: who.userId }],
    [nth % 2 ? 'hypothesis.reject' : 'hypothesis.shelve', { hypothesis, because: text }],
    ['task.drop', { task, because: text }],
    ['incident.describe', { title: text, summary: text, services: [text] }],
  ];
  for (const [name, input] of steps) await take(ground, who, incident, name, input);
}

/** A room in which people write vectors while it is looked at; then the same room as the server draws it, as a tree, and searched. */
export async function room(ground: Ground, vectors: readonly Vector[]): Promise<void> {
  const { page, look, missing } = ground;
  const incident = await ground.house.declare({ title: 'Orders answer 500' });
  const here = new RoomPage(page);
  await here.open(incident);
  for (const [index, vector] of vectors.entries()) {
    await writeEverywhere(ground, incident, vector, index + 1);
    if (!(await isHeading(page, vector.text))) missing('the title, live', vector);
  }
  await look(page);
  ground.count('the room: log, board, tasks, people, title, live', vectors);

  await page.goto(`/incidents/${incident}`);
  await here.isLive();
  await look(page);
  const written = await page.evaluate(() => document.querySelector('main')?.textContent ?? '');
  for (const vector of vectors) if (!written.includes(vector.text)) missing('the room, drawn by the server', vector);
  ground.count('the room, drawn by the server', vectors);

  await here.board.evaluate((board) => {
    for (const fold of board.querySelectorAll<HTMLElement>('[aria-expanded=false]:not([aria-haspopup])')) fold.click();
    for (const fold of board.querySelectorAll('details')) fold.open = true;
  });
  await look(page);
  await page.getByRole('radio', { name: 'Tree' }).check({ force: true });
  await look(page);
  ground.count('the board unfolded, and as a tree', vectors);
  await typed(ground, here, vectors);
  await evidence(ground, incident, vectors);
  await exported(ground, incident, vectors);
}

/** What is typed: into the composer, and into the palette, which finds what is called so. */
async function typed({ page, look, count }: Ground, here: RoomPage, vectors: readonly Vector[]): Promise<void> {
  for (const { text } of vectors) await here.composer.fill(text);
  await here.composer.fill(vectors.map(({ text }) => text).join('\n'));
  await look(page);
  await here.composer.fill('');
  count('the composer', vectors);
  await page.keyboard.press('ControlOrMeta+k');
  const find = page.getByRole('combobox', { name: 'What do you look for' });
  for (const { text } of vectors) await find.fill(text);
  await find.fill('');
  await look(page);
  await page.keyboard.press('Escape');
  count('the palette', vectors);
}

/** The page of an output that is made of vectors, while its title becomes one after the other. */
async function evidence(ground: Ground, incident: string, vectors: readonly Vector[]): Promise<void> {
  const { page, look, missing, house } = ground;
  const text = vectors.map((one) => one.text).join('\n');
  await house.take(incident, 'evidence.add', { title: 'All of them', text, source: { command: text.slice(0, 2000) } });
  const ref = `E${vectors.length + 1}`;
  await page.goto(`/incidents/${incident}/evidence/${ref}`);
  await page.getByRole('button', { name: /^Connection: Live/ }).waitFor();
  for (const vector of vectors) {
    await house.take(incident, 'evidence.retitle', { evidence: ref, title: vector.text });
    if (!(await isHeading(page, vector.text))) missing('the title of an output', vector);
  }
  await look(page);
  ground.count('an output: lines and title', vectors);
  const body = `/api/v1/incidents/${incident}/evidence/${ref}/body`;
  await opened(ground, body, 'a stored output opened as a page', vectors);
}

async function exported(ground: Ground, incident: string, vectors: readonly Vector[]): Promise<void> {
  for (const format of ['txt', 'md', 'json'])
    await opened(ground, `/api/v1/incidents/${incident}/log.${format}`, `the log as ${format} opened as a page`, vectors);
}

/** Opens what is meant to be downloaded as if it were a page: what the server says of it, but for "save this". */
export async function opened(
  { page, look, count }: Ground,
  path: string,
  sink: string,
  vectors: readonly Vector[],
): Promise<void> {
  await page.route(`**${path}`, async (route) => {
    const answer = await route.fetch();
    const headers = { ...answer.headers() };
    delete headers['content-disposition'];
    await route.fulfill({ response: answer, headers });
  });
  await page.goto(path);
  await look(page);
  await page.unroute(`**${path}`);
  count(sink, vectors);
}
