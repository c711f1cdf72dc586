'use client';

import { Download, Printer } from 'lucide-react';
import { useZone } from '@/components/ui/time/zone';
import { offsetText } from '@/components/ui/time/format';
import { useRoom } from '../room-provider';
import { useActing } from '../use-acting';
import { SideSection } from './side-section';

const FORMATS = [
  ['txt', 'Text'],
  ['md', 'Markdown'],
  ['json', 'JSON'],
] as const;

/** The log to take along. */
export function ExportLinks() {
  const key = useRoom((view) => view.drawn.key);
  const zone = useZone();
  const { print } = useActing();
  const offset = zone === 'utc' ? '' : `?offset=${encodeURIComponent(offsetText(new Date().toISOString()))}`;
  return (
    <SideSection title="Export the log">
      <ul className="-ml-2 flex gap-1">
        {FORMATS.map(([format, word]) => (
          <li key={format}>
            <a
              href={`/api/v1/incidents/${key}/log.${format}${offset}`}
              download={`${key}-log.${format}`}
              className="inline-flex h-7 items-center gap-1.5 rounded-md px-2 text-xs text-accent-ink hover:bg-hover touch:h-11"
            >
              <Download aria-hidden className="size-3.5" />
              {word}
            </a>
          </li>
        ))}
        <li>
          <button
            type="button"
            className="inline-flex h-7 items-center gap-1.5 rounded-md px-2 text-xs text-accent-ink hover:bg-hover touch:h-11"
            onClick={print}
          >
            <Printer aria-hidden className="size-3.5" />
            Print
          </button>
        </li>
      </ul>
    </SideSection>
  );
}
