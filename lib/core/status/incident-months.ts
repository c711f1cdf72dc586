import type { Instant } from '@/lib/core/ids';
import { isUnderWay } from './maintenance-phase';
import type { PublicIncident, PublicMaintenance, PublicStatus } from './public-status';

/** What began in a UTC month, the latest first. */
export type StatusMonth = { month: string; incidents: PublicIncident[]; maintenances: PublicMaintenance[] };

const monthOf = (at: Instant) => at.slice(0, 7);

/** The months in which something happened, the latest first. Maintenance counts once it has begun. */
export function incidentMonths({ incidents, maintenances }: Pick<PublicStatus, 'incidents' | 'maintenances'>): StatusMonth[] {
  const done = maintenances.filter((one) => one.phase === 'completed' || isUnderWay(one));
  const months = new Set([...incidents.map((one) => monthOf(one.startedAt)), ...done.map((one) => monthOf(one.startsAt))]);
  return [...months]
    .toSorted()
    .toReversed()
    .map((month) => ({
      month,
      incidents: incidents.filter(({ startedAt }) => monthOf(startedAt) === month),
      maintenances: done.filter(({ startsAt }) => monthOf(startsAt) === month),
    }));
}

/** Those that are over and began, or ended, within the last `days` UTC days, today included; the latest first. */
export function pastIncidents({ incidents, at }: Pick<PublicStatus, 'incidents' | 'at'>, days: number): PublicIncident[] {
  const first = new Date(Date.parse(`${at.slice(0, 10)}T00:00:00Z`) - (days - 1) * 86_400_000).toISOString();
  return incidents.filter(({ resolvedAt }) => resolvedAt !== null && resolvedAt >= first);
}
