import { logLines } from '../describe';
import { localTime, zoneName } from '../describe-text';
import type { IncidentEvent } from '../events';
import { formatLogText } from '../log-text';
import type { IncidentState } from '../state';

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The log as people write it by hand, below a heading in `#` lines; reading it back gives the same lines. */
export function exportText(state: IncidentState, events: readonly IncidentEvent[], { offsetMin }: { offsetMin: number }): string {
  const zone = zoneName(offsetMin);
  const heading = [
    `${state.key} ${oneLine(state.title)}`,
    `${state.severity}, ${state.status}, impact since ${localTime(state.startedAt, offsetMin)} ${zone}`,
    `Times are ${zone}.`,
  ];
  const lines = logLines(state, events, offsetMin).map(({ at, text }) => ({ at, text: text.trim() }));
  return `${heading.map((line) => `# ${line}\n`).join('')}${formatLogText(lines, { offsetMin })}`;
}
