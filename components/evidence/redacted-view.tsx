'use client';

import { EyeOff } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import { Time } from '@/components/ui/time/time';
import type { Evidence } from '@/lib/core/incident/state';

/** What is left of an evidence that was taken out. */
export function RedactedView({ redacted }: { redacted: NonNullable<Evidence['redacted']> }) {
  return (
    <EmptyState icon={<EyeOff />} className="m-auto">
      {redacted.name} redacted this <Time at={redacted.at} shape="relative" />: {redacted.because}. Its words are gone for good.
    </EmptyState>
  );
}
