'use client';

import { X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Select } from '@/components/ui/select';
import type { StatusComponent } from '@/lib/contracts/status';
import { COMPONENT_STATES, type AffectedComponent, type ComponentState } from '@/lib/core/status/component-state';
import { STATE_WORDS } from '@/lib/core/status/status-words';

type ComponentPicksProps = {
  known: readonly StatusComponent[];
  picked: readonly AffectedComponent[];
  onPick: (states: Record<string, ComponentState | null>) => void;
};

/** Affected components, each with its state from this update on. */
export function ComponentPicks({ known, picked, onPick }: ComponentPicksProps) {
  const others = known.filter(({ componentId }) => !picked.some((one) => one.componentId === componentId));
  const isBroken = picked.some(({ state }) => state !== 'operational');
  const whole = Object.fromEntries(picked.map(({ componentId }) => [componentId, 'operational' as const]));
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1 text-sm font-medium">Affected components</legend>
      {picked.map(({ componentId, name, state }) => (
        <div key={componentId} className="flex items-center gap-2 max-sm:flex-wrap">
          <span className="min-w-0 flex-1 truncate max-sm:basis-full">{name}</span>
          <Select
            aria-label={`State of ${name}`}
            className="w-48! shrink-0 max-sm:w-auto! max-sm:flex-1"
            value={state}
            onChange={(event) => onPick({ [componentId]: event.target.value as ComponentState })}
          >
            {COMPONENT_STATES.map((one) => (
              <option key={one} value={one}>
                {STATE_WORDS[one]}
              </option>
            ))}
          </Select>
          <IconButton size="sm" label={`Leave out ${name}`} onClick={() => onPick({ [componentId]: null })}>
            <X />
          </IconButton>
        </div>
      ))}
      {known.length === 0 && (
        <p className="text-xs text-muted">None yet. Administrators add components under Settings, Status page.</p>
      )}
      <div className="flex items-center gap-2">
        {others.length > 0 && (
          <Field label="Add a component" hideLabel className="min-w-0 flex-1">
            {(control) => (
              <Select
                {...control}
                value=""
                onChange={(event) => {
                  const added = others.find((one) => one.componentId === event.target.value);
                  // What is named is broken, unless it was said to be already.
                  const state = added?.state === 'operational' ? 'degraded_performance' : added?.state;
                  if (added && state) onPick({ [added.componentId]: state });
                }}
              >
                <option value="">Add a component …</option>
                {others.map((one) => (
                  <option key={one.componentId} value={one.componentId}>
                    {`${one.group ? `${one.group}: ` : ''}${one.name}, now ${STATE_WORDS[one.state].toLowerCase()}${one.isPublic ? '' : ' (not public)'}`}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        {isBroken && (
          <Button size="sm" variant="ghost" onClick={() => onPick(whole)}>
            All operational
          </Button>
        )}
      </div>
    </fieldset>
  );
}
