import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { publicIdOf } from './public-id';
import { maintenancePath, type Site } from './site';

/** Maintenance as a calendar to subscribe to (RFC 5545). */
export function calendar({ status, address }: Site): string {
  const { page, maintenances } = status;
  const made = ical({
    name: page.name,
    prodId: { company: 'Warroom', product: 'Status page' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const one of maintenances) {
    const names = one.components.map(({ name }) => name).join(', ');
    made.createEvent({
      ...{ id: `${publicIdOf(one.id)}@status`, summary: one.title, url: `${address}/${maintenancePath(one.id)}` },
      ...{ start: new Date(one.startsAt), end: new Date(one.endsAt), stamp: new Date(one.changedAt) },
      ...{ created: new Date(one.createdAt), lastModified: new Date(one.changedAt) },
      description: [one.text, names && `Affects ${names}`].filter(Boolean).join('\n\n'),
      status: one.phase === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return made.toString();
}
