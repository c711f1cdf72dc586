'use client';

import { EllipsisVertical } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { MenuItem } from '@/components/ui/menu-item';
import { Tooltip } from '@/components/ui/tooltip';
import type { ActionOn } from '@/lib/client/actions/action';
import clsx from 'clsx';
import type { Hypothesis, HypothesisState } from '@/lib/core/incident/state';
import { TimeIsUp, useIsTimeUp } from './time-is-up';

// What comes next for a hypothesis in this state, in the order of the method; the rest is in the menu.
const NEXT: Record<HypothesisState, readonly string[]> = {
  open: ['hypothesis.claim', 'hypothesis.test', 'hypothesis.evidence', 'hypothesis.reject'],
  testing: ['hypothesis.confirm', 'hypothesis.reject', 'hypothesis.evidence', 'hypothesis.more-time'],
  confirmed: ['cause.declare', 'hypothesis.dig', 'hypothesis.evidence'],
  rejected: [],
  shelved: ['hypothesis.reopen'],
};

const SHOWN_FOLDED = 2;

type CardActionsProps = { hypothesis: Hypothesis; actions: ActionOn<Hypothesis>[]; isOpen: boolean };

export function CardActions({ hypothesis, actions, isOpen }: CardActionsProps) {
  const next = NEXT[hypothesis.state].flatMap((name) => actions.filter((action) => action.name === name));
  const shown = isOpen ? next : next.slice(0, SHOWN_FOLDED);
  const isTimeUp = useIsTimeUp(hypothesis);
  if (shown.length === 0) return null;
  return (
    <div
      className={clsx('mt-1.5 -mb-0.5 -ml-2 flex flex-wrap items-center gap-0.5', isTimeUp && '-mr-2 rounded-md bg-warn-soft')}
    >
      {isTimeUp && <TimeIsUp hypothesis={hypothesis} />}
      {shown.map((action) => (
        <Tooltip key={action.name} text={action.title} keys={action.shortcut}>
          <Button
            size="sm"
            variant="ghost"
            className="text-accent-ink! hover:bg-accent-soft!"
            onClick={(event) => {
              event.stopPropagation();
              action.run(hypothesis);
            }}
          >
            {action.title}
          </Button>
        </Tooltip>
      ))}
    </div>
  );
}

/** Everything that can be done with it, for those who do not know the keys. */
export function CardMenu({ hypothesis, actions }: Pick<CardActionsProps, 'hypothesis' | 'actions'>) {
  return (
    <Menu
      align="end"
      label={`Everything for ${hypothesis.ref}`}
      trigger={
        <IconButton size="sm" label={`More for ${hypothesis.ref}`} className="-my-1 -mr-1.5 touch:-my-3">
          <EllipsisVertical />
        </IconButton>
      }
    >
      {actions.map((action) => (
        <MenuItem key={action.name} keys={action.shortcut} onSelect={() => action.run(hypothesis)}>
          {action.title}
        </MenuItem>
      ))}
    </Menu>
  );
}
