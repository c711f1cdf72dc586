'use client';

import clsx from 'clsx';
import { useRoom } from '../room-provider';

type EvidencePicksProps = { label: string; picked: readonly string[]; onPick: (refs: string[]) => void };

const numberOf = (ref: string) => Number(ref.slice(1));

/** The evidence of the incident, the latest first, to be named as grounds. */
export function EvidencePicks({ label, picked, onPick }: EvidencePicksProps) {
  const evidence = useRoom((view) => view.drawn.evidence);
  const known = Object.values(evidence)
    .filter(({ redacted }) => !redacted)
    .sort((a, b) => numberOf(b.ref) - numberOf(a.ref));
  if (known.length === 0) return null;
  const toggle = (ref: string) => onPick(picked.includes(ref) ? picked.filter((one) => one !== ref) : [...picked, ref]);
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 text-xs text-muted">{label}</legend>
      <div className="flex max-h-32 flex-col overflow-y-auto">
        {known.map(({ ref, title }) => (
          <label
            key={ref}
            className={clsx(
              'flex min-h-6 items-center gap-2 rounded-sm px-1 text-xs hover:bg-hover touch:min-h-11',
              picked.includes(ref) && 'bg-accent-soft',
            )}
          >
            <input type="checkbox" className="accent-accent" checked={picked.includes(ref)} onChange={() => toggle(ref)} />
            <span className="shrink-0 font-mono">{ref}</span>
            <span className="truncate text-muted">{title}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
