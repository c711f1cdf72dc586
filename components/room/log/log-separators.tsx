'use client';

import { dayText, spanText } from '@/components/ui/time/format';
import { useZone } from '@/components/ui/time/zone';

const Rule = ({ children }: { children: string }) => (
  <div className="flex items-center gap-2 px-3 py-1.5 text-2xs text-faint">
    <span className="h-px flex-1 bg-line" />
    {children}
    <span className="h-px flex-1 bg-line" />
  </div>
);

export function DayRow({ at }: { at: string }) {
  const zone = useZone();
  return <Rule>{dayText(at, zone)}</Rule>;
}

export const GapRow = ({ ms }: { ms: number }) => <Rule>{`${spanText(ms)} later`}</Rule>;
