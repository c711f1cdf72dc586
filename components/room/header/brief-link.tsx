'use client';

import { ScrollText } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button-link';
import { Tooltip } from '@/components/ui/tooltip';
import { useRoom } from '../room-provider';

/** To the same incident on one screen, for whoever has thirty seconds. */
export function BriefLink() {
  const key = useRoom((view) => view.drawn.key);
  return (
    <Tooltip text="The incident on one screen, to read or to send" keys="b">
      <ButtonLink size="sm" variant="ghost" icon={<ScrollText aria-hidden />} href={`/incidents/${key}/brief`} prefetch={false}>
        <span className="max-md:sr-only">Brief</span>
      </ButtonLink>
    </Tooltip>
  );
}
