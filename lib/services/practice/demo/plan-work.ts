import type { ComponentIds } from './demo-components';
import type { Stage } from './stage';

const HOUR_MS = 3_600_000;

const PLANNED = {
  title: 'Database upgrade',
  text: 'We move the database of orders and payments to a new version. For up to ten minutes of this hour orders cannot be placed; the catalogue stays open.',
};
const PINNED = 'Our telephone is not staffed this week. Write to us: we answer every message within a day.';

/** Plans work on the database in two days, and pins a notice that stands for some days. */
export async function planWork({ services, callers, now, setClock }: Stage, ids: ComponentIds): Promise<void> {
  const { status } = services;
  const hour = Math.floor(now.getTime() / HOUR_MS);
  const atHour = (fromNow: number) => new Date((hour + fromNow) * HOUR_MS);
  const textAt = (fromNow: number) => atHour(fromNow).toISOString();
  setClock(atHour(-96));
  await status.scheduleMaintenance(callers.idris, {
    ...{ ...PLANNED, startsAt: textAt(48), endsAt: textAt(49) },
    ...{ componentIds: [ids.orders, ids.payments], isPublic: true },
  });
  setClock(atHour(-72));
  await status.pinNotice(callers.sofia, { text: PINNED, isPublic: true, endsAt: textAt(96) });
}
