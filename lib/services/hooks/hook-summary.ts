import type { HookSummary } from '@/lib/contracts/hooks';
import type { Hook } from '@/lib/db/generated/client';

const SHOWN = 4;

/** The address of a chat's webhook is as good as a password: only where it leads and its end are shown. */
function shownAddress(url: string): string {
  const { origin, pathname } = new URL(url);
  return pathname.length > SHOWN + 1 ? `${origin}/…${url.slice(-SHOWN)}` : origin;
}

export const hookSummary = (row: Hook): HookSummary => ({
  ...{ id: row.id, name: row.name, isEnabled: row.isEnabled },
  address: shownAddress(row.url),
  shape: row.shape as HookSummary['shape'],
  events: row.events as HookSummary['events'],
  createdAt: row.createdAt.toISOString(),
});
