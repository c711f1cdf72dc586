'use client';

import { useRoom } from '@/components/room/room-provider';
import { Time } from '@/components/ui/time/time';
import { findUpdate } from '@/lib/core/incident/find';
import type { Brief, BriefUpdate } from '@/lib/core/method/brief';
import { TO_AUDIENCE } from '@/lib/core/method/brief-words';
import { BriefSection } from './brief-section';

/** The last word to stakeholders and to the public. */
export function Updates({ brief: { updates } }: { brief: Brief }) {
  if (updates.length === 0) return null;
  return (
    <BriefSection title="Latest updates">
      <ul className="flex flex-col gap-3 print:gap-1">
        {updates.map((update) => (
          <Said key={update.ref} update={update} />
        ))}
      </ul>
    </BriefSection>
  );
}

function Said({ update: { ref, audience, phase, text, by, at } }: { update: BriefUpdate }) {
  const whole = useRoom((view) => findUpdate(view.drawn, ref)?.text ?? text);
  return (
    <li>
      <p className="text-xs text-muted">
        <Time at={at} /> to {TO_AUDIENCE[audience]}
        {phase && `, ${phase}`} · {by}
      </p>
      <p className="line-clamp-8 text-sm whitespace-pre-line wrap-anywhere print:line-clamp-4">{whole}</p>
    </li>
  );
}
