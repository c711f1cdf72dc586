import type { Page } from '@playwright/test';
import { RoomPage } from '../pages/room-page';
import { DESK, PHONE, shoot, type Studio, type Theme } from './studio';

const RUNNING = 'INC-3';

async function room(page: Page, incident = RUNNING): Promise<RoomPage> {
  const there = new RoomPage(page);
  await there.open(incident);
  return there;
}

/** Waits until the side column names everybody who is in the room. */
const everybodyIsHere = (page: Page, count: number) => page.getByRole('heading', { name: `Here now · ${count}` }).waitFor();

/** Colleagues who stay in the room while its pictures are taken: one looks at a card, one writes. */
async function colleagues(studio: Studio): Promise<void> {
  const hanna = await room(await studio.openAs('hanna'));
  await hanna.card('H5').click();
  const idris = await room(await studio.openAs('idris'));
  await idris.composer.pressSequentially('index is valid');
  await room(await studio.openAs('claire'));
}

async function desk(studio: Studio): Promise<void> {
  const page = await studio.openAs('sofia');
  await page.getByRole('list', { name: 'What changed' }).getByText(RUNNING).first().waitFor();
  await shoot(page, 'home-light');
  const here = await room(page);
  await everybodyIsHere(page, 4);
  await shoot(page, 'room-light');
  await here.board.getByText('Tree', { exact: true }).click();
  await shoot(page, 'tree-light');
  await page.keyboard.press('h');
  await here.dialog('Propose a hypothesis').waitFor();
  await shoot(page, 'propose-light');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+k');
  await here.dialog('Find and do').waitFor();
  await shoot(page, 'palette-light');
}

/** An output with lines picked and something found in it. */
async function evidence(studio: Studio, theme: Theme): Promise<void> {
  const page = await studio.openAs('sofia', { theme });
  await page.goto(`/incidents/${RUNNING}/evidence/E9#L16-L19`);
  await page.getByText('Parallel Seq Scan on orders o').waitFor();
  await page.getByRole('searchbox', { name: 'Search the output' }).fill('seq scan');
  await page.locator('mark[data-current]').waitFor();
  await shoot(page, `evidence-${theme}`);
}

async function phone(studio: Studio): Promise<void> {
  const page = await studio.openAs('sofia', { theme: 'dark', size: PHONE });
  await room(page);
  await shoot(page, 'room-phone-dark');
  const light = await studio.openAs('sofia', { size: PHONE });
  await room(light);
  await light.getByRole('button', { name: 'Board' }).tap();
  await shoot(light, 'board-phone-light');
}

async function offline(studio: Studio): Promise<void> {
  const page = await studio.openAs('kenji');
  const here = await room(page);
  await page.context().setOffline(true);
  for (const line of ['p99 is falling: 4.7 s', 'Error rate 3 % and falling']) {
    await here.composer.fill(line);
    await here.composer.press('Enter');
    await here.line(line).waitFor();
  }
  await here.network.filter({ hasText: '2 waiting' }).click();
  await page.getByText('what you write is kept on this device').waitFor();
  await shoot(page, 'offline-light');
  await page.context().setOffline(false);
}

/** What people read who do not work on it, and the form that tells them. */
async function telling(studio: Studio): Promise<void> {
  const speaker = await studio.openAs('sofia');
  const here = await room(speaker);
  await speaker.keyboard.press('u');
  const form = here.dialog('Post an update');
  await form.getByRole('radio', { name: 'Public' }).click();
  await form.getByRole('group', { name: 'Status page' }).waitFor();
  await shoot(speaker, 'update-light');
  const reader = await studio.openAs('claire');
  await reader.goto(`/incidents/${RUNNING}/brief`);
  await reader.getByRole('heading', { name: 'What we know' }).waitFor();
  await shoot(reader, 'brief-light');
  const outside = await studio.open();
  await outside.goto('/status/');
  await outside.getByRole('heading', { name: 'Running incidents' }).waitFor();
  await shoot(outside, 'status-light');
}

async function others(studio: Studio): Promise<void> {
  const page = await studio.openAs('claire');
  await room(page, 'INC-1');
  await shoot(page, 'viewer-light');
  const practising = await studio.openAs('idris', { size: DESK });
  await room(practising, 'TRY-1');
  await shoot(practising, 'practice-light');
}

/** The page behind the set-up link; only while nobody has an account. */
export async function takeSetUp(page: Page, setupToken: string): Promise<void> {
  await page.goto(`/setup?token=${setupToken}`);
  await page.getByRole('button', { name: 'Make my account' }).waitFor();
  await shoot(page, 'set-up-light');
}

/** Every other picture, of the demo. */
export async function takeDemo(studio: Studio): Promise<void> {
  await colleagues(studio);
  await desk(studio);
  await evidence(studio, 'light');
  await evidence(studio, 'dark');
  await phone(studio);
  await telling(studio);
  await others(studio);
  await offline(studio);
}
