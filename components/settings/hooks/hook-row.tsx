'use client';

import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Menu } from '@/components/ui/menu';
import { MenuItem, MenuSeparator } from '@/components/ui/menu-item';
import { toast } from '@/components/ui/toast';
import type { CreatedHook, HookSummary } from '@/lib/contracts/hooks';
import { Facts } from '../facts';
import { useChange } from '../use-change';
import { HookDeliveries } from './hook-deliveries';
import { SHAPE_NAMES } from './shape-names';

type HookRowProps = { hook: HookSummary; onEdit: () => void; onSecret: (hook: CreatedHook) => void };

/** One hook: where it leads, what it is told, and what became of that. */
export function HookRow({ hook, onEdit, onSecret }: HookRowProps) {
  const { change, isBusy } = useChange<CreatedHook>();
  const [isOpen, setOpen] = useState(false);
  const [round, setRound] = useState(0);
  const [isRemoving, setRemoving] = useState(false);
  const path = `/api/v1/hooks/${hook.id}`;
  const count = hook.events.length;

  async function test() {
    const answer = await change('POST', `${path}/test`);
    if (!answer.ok) return void toast.error(answer.message);
    setOpen(true);
    setRound(round + 1);
  }
  async function renew() {
    const answer = await change('POST', `${path}/secret`);
    if (answer.ok) onSecret(answer.value);
    else toast.error(answer.message);
  }
  async function switchTo(isEnabled: boolean) {
    const answer = await change('PATCH', path, { isEnabled });
    if (!answer.ok) toast.error(answer.message);
  }

  return (
    <section aria-label={hook.name} className="px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          <div className="flex flex-wrap items-center gap-2 text-sm">
            <span className="min-w-0 truncate font-medium">{hook.name}</span>
            <Badge tone={hook.isEnabled ? 'accent' : 'neutral'}>
              {hook.isEnabled ? SHAPE_NAMES[hook.shape] : 'switched off'}
            </Badge>
          </div>
          <Facts>
            <span className="font-mono break-all">{hook.address}</span>
            <span>{count === 1 ? 'told of one thing' : `told of ${count} things`}</span>
          </Facts>
        </div>
        <div className="flex items-center gap-1.5">
          <Button size="sm" busy={isBusy ? 'Sending …' : null} onClick={() => void test()}>
            Send a test
          </Button>
          <Button size="sm" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            Messages
          </Button>
          <Menu
            label={`More for ${hook.name}`}
            align="end"
            trigger={
              <button
                type="button"
                aria-label={`More for ${hook.name}`}
                className="inline-flex size-8 items-center justify-center rounded-md text-muted hover:bg-hover touch:size-11"
              >
                <Ellipsis aria-hidden className="size-4" />
              </button>
            }
          >
            <MenuItem onSelect={onEdit}>Change</MenuItem>
            <MenuItem onSelect={() => void switchTo(!hook.isEnabled)}>{hook.isEnabled ? 'Switch off' : 'Switch on'}</MenuItem>
            {hook.shape === 'standard' && <MenuItem onSelect={() => void renew()}>New secret</MenuItem>}
            <MenuSeparator />
            <MenuItem onSelect={() => setRemoving(true)}>Remove</MenuItem>
          </Menu>
        </div>
      </div>
      {isOpen && <HookDeliveries key={round} path={path} />}
      <ConfirmDialog
        open={isRemoving}
        onClose={() => setRemoving(false)}
        title={`Remove the hook “${hook.name}”?`}
        confirm="Remove the hook"
        busy="Removing …"
        danger
        onConfirm={async () => {
          // Its messages go with it: they are not asked for any more.
          setOpen(false);
          const answer = await change('DELETE', path);
          return answer.ok ? null : answer.message;
        }}
      >
        <p>Nothing is sent there any more, also not what waits to be sent. You can add it again with its address.</p>
      </ConfirmDialog>
    </section>
  );
}
