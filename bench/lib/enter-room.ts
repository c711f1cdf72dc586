import type { Page } from '@playwright/test';
import { RoomPage } from '@/e2e/pages/room-page';

const PATIENCE_MS = 60_000;

/** Waits until the room on this page is live, however busy the machine is. */
export const untilLive = ({ network }: RoomPage): Promise<void> =>
  network.filter({ hasText: 'Live' }).waitFor({ timeout: PATIENCE_MS });

/** Goes to the room of an incident, and waits until it is live and all of it is here. */
export async function enterRoom(page: Page, incident: string): Promise<RoomPage> {
  const room = new RoomPage(page);
  await page.goto(`/incidents/${incident}`, { timeout: PATIENCE_MS });
  await untilLive(room);
  await page.locator('[data-early]').first().waitFor({ state: 'detached', timeout: PATIENCE_MS });
  return room;
}
