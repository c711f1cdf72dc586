import type { IncidentSummary } from '@/lib/contracts/room';

const numberOf = ({ key }: IncidentSummary) => Number(key.replace(/^\D+/, ''));

/**
 * What was listed before with the latest page in front: inside its range only the latest page counts, what is
 * older stays. Newest first.
 */
export function mergePages(
  before: readonly IncidentSummary[],
  latest: readonly IncidentSummary[],
  isWhole: boolean,
): IncidentSummary[] {
  const last = latest.at(-1);
  if (isWhole || !last) return [...latest];
  return [...latest, ...before.filter((incident) => numberOf(incident) < numberOf(last))];
}
