'use client';

import { useRouter } from 'next/navigation';
import { callApi } from '@/components/shell/call-api';
import { useMe } from '@/components/shell/me';
import { Select } from '@/components/ui/select';
import { clockText } from '@/components/ui/time/format';
import { useLocalZoneName } from '@/components/ui/time/local-zone';
import { useNow } from '@/components/ui/time/now';
import { toast } from '@/components/ui/toast';
import { isQuiet, nextMorning, type Quiet } from '@/lib/core/notices/quiet';

const HOUR_MS = 3_600_000;
const CHOICES = [
  { value: 'off', label: 'Not quiet' },
  { value: 'hour', label: 'Quiet for an hour' },
  { value: 'morning', label: 'Quiet until the morning' },
  { value: 'always', label: 'Quiet until I end it' },
] as const;
type Choice = (typeof CHOICES)[number]['value'];

function quietOf(choice: Choice, nowMs: number, zone: string): Quiet | null {
  if (choice === 'off') return null;
  if (choice === 'always') return { until: null };
  return { until: choice === 'hour' ? new Date(nowMs + HOUR_MS).toISOString() : nextMorning(nowMs, zone) };
}

const lastsText = (quiet: Quiet) =>
  quiet.until === null ? 'Quiet until I end it' : `Quiet until ${clockText(quiet.until, 'local')}`;

/** For a while nothing pops up and nothing is pushed; the bell still counts. */
export function QuietMode() {
  const { preferences } = useMe();
  const router = useRouter();
  const zone = useLocalZoneName();
  const nowMs = useNow(10_000);
  const { quiet } = preferences;
  const lasts = quiet !== null && nowMs !== null && isQuiet({ quiet, quietHours: null }, nowMs);

  async function choose(choice: Choice) {
    const body = { preferences: { quiet: quietOf(choice, Date.now(), zone ?? 'UTC') } };
    const answer = await callApi('PATCH', '/api/v1/profile', { body });
    if (answer.ok) router.refresh();
    else toast.error(answer.message);
  }

  return (
    <span className="inline-flex w-48 max-w-full">
      <Select
        aria-label="Quiet mode"
        value={lasts ? 'now' : 'off'}
        onChange={(event) => void choose(event.target.value as Choice)}
      >
        {lasts && (
          <option value="now" disabled>
            {lastsText(quiet)}
          </option>
        )}
        {CHOICES.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
    </span>
  );
}
