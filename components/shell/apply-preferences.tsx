'use client';

import { useTheme } from 'next-themes';
import { useEffect } from 'react';
import { setLocalZone } from '@/components/ui/time/local-zone';
import { setSingleKeys } from '@/lib/client/actions/single-keys';
import type { Profile } from '@/lib/contracts/people';

/** What is set in the profile holds on every device. */
export function ApplyPreferences({ profile: { timeZone, preferences } }: { profile: Profile }) {
  const { setTheme } = useTheme();
  const { theme, singleKeys } = preferences;
  useEffect(() => setTheme(theme), [theme, setTheme]);
  useEffect(() => setLocalZone(timeZone), [timeZone]);
  useEffect(() => setSingleKeys(singleKeys), [singleKeys]);
  return null;
}
