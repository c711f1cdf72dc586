import { fieldInstant, fieldText, type Zone } from '@/components/ui/time/format';

const CLOCK = /^([01]?\d|2[0-3]):([0-5]\d)$/;
const DAY_MS = 86_400_000;

/** The next instant at which clocks in this zone show `16:45`; null where the text is no such time. */
export function readDue(text: string, zone: Zone, nowMs: number): string | null {
  const match = CLOCK.exec(text.trim());
  if (!match) return null;
  const [, hours = '', minutes = ''] = match;
  const on = (dayMs: number) => {
    const day = fieldText(new Date(dayMs).toISOString(), zone).slice(0, 10);
    return fieldInstant(`${day}T${hours.padStart(2, '0')}:${minutes}:00`, zone);
  };
  const today = on(nowMs);
  return today !== null && Date.parse(today) > nowMs ? today : on(nowMs + DAY_MS);
}
