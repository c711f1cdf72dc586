import { LogLine } from './log-line';
import type { LogRow } from './log-rows';
import { DayRow, GapRow } from './log-separators';

export function LogRowView({ row }: { row: LogRow | undefined }) {
  if (!row) return null;
  if (row.kind === 'day') return <DayRow at={row.at} />;
  return row.kind === 'gap' ? <GapRow ms={row.ms} /> : <LogLine row={row} />;
}
