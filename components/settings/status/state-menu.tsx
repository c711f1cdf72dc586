'use client';

import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import { MenuItem, MenuSeparator } from '@/components/ui/menu-item';
import { toast } from '@/components/ui/toast';
import type { PageComponent } from '@/lib/contracts/status-page';
import { COMPONENT_STATES, type ComponentState } from '@/lib/core/status/component-state';
import { useChange } from '../use-change';
import { STATE_LOOK, StateShape } from './component-state-look';
import { StateDialog } from './state-dialog';

/** How a component is, and the menu to say that it is otherwise. */
export function StateMenu({ component }: { component: PageComponent }) {
  const { change, isBusy } = useChange<PageComponent>();
  const [isDating, setDating] = useState(false);
  const { id, name, state } = component;

  async function set(next: ComponentState) {
    const answer = await change('POST', `/api/v1/status/components/${id}/state`, { state: next });
    if (answer.ok) toast.success(`${name}: ${STATE_LOOK[next].word.toLowerCase()}.`);
    else toast.error(answer.message);
  }

  return (
    <>
      <Menu
        label={`State of ${name}`}
        align="end"
        trigger={
          <Button
            size="sm"
            variant="ghost"
            disabled={isBusy}
            className="w-52 justify-start! text-ink"
            aria-label={`State of ${name}: ${STATE_LOOK[state].word}`}
          >
            <StateShape state={state} />
            <span className="flex-1 text-left">{STATE_LOOK[state].word}</span>
            <ChevronDown aria-hidden className="text-faint" />
          </Button>
        }
      >
        {COMPONENT_STATES.map((one) => (
          <MenuItem
            key={one}
            checked={one === state}
            icon={
              <span className="inline-flex">
                <StateShape state={one} />
              </span>
            }
            onSelect={() => void set(one)}
          >
            {STATE_LOOK[one].word}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem onSelect={() => setDating(true)}>Since an earlier time …</MenuItem>
      </Menu>
      {isDating && <StateDialog component={component} onClose={() => setDating(false)} />}
    </>
  );
}
