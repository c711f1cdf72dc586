'use client';

import { X } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import type { UserId } from '@/lib/core/ids';
import { PersonSelect } from '../person-select';
import { useRoom } from '../room-provider';
import { useCommand } from '../use-command';

/** Who may see the incident: everybody, or those who are named here. */
export function AccessDialog({ onClose }: { onClose: () => void }) {
  const isPrivate = useRoom((view) => view.drawn.isPrivate);
  const published = useRoom(
    ({ drawn }) => Object.values(drawn.updates).filter(({ audience, redacted }) => audience === 'public' && !redacted).length,
  );
  const restrict = useCommand('incident.restrict');
  const grant = useCommand('incident.grant');
  const refusal = restrict.refusal ?? grant.refusal;
  return (
    <Dialog
      open
      onClose={onClose}
      title="Who sees this incident"
      description={
        isPrivate
          ? 'Only these people, whoever gets a role here, and administrators.'
          : 'Everybody who can sign in. Made private, it stays visible to those who took part so far.'
      }
      footer={
        <>
          <Button busy={restrict.isBusy ? 'Saving …' : null} onClick={() => void restrict.send({ isPrivate: !isPrivate })}>
            {isPrivate ? 'Open to everybody' : 'Make it private'}
          </Button>
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {!isPrivate && published > 0 && (
          <Banner tone="warn">
            {published === 1 ? 'One update of it is' : `${published} updates of it are`} on the status page. Made private, the
            whole incident leaves the status page; who read it there or got mail keeps that.
          </Banner>
        )}
        {isPrivate && <AccessList onGrant={(userId, allowed) => void grant.send({ userId, allowed })} />}
        {refusal && (
          <Banner tone="warn" live="assertive">
            {refusal.message}
          </Banner>
        )}
      </div>
    </Dialog>
  );
}

function AccessList({ onGrant }: { onGrant: (userId: UserId, allowed: boolean) => void }) {
  const access = useRoom((view) => view.drawn.access);
  const roles = useRoom((view) => view.drawn.roles);
  const people = useRoom((view) => view.drawn.people);
  const directory = useRoom((view) => view.directory);
  const me = useRoom((view) => view.me.userId);
  const [userId, setUserId] = useState<UserId | null>(null);
  const seeing = new Set([...Object.keys(access), ...Object.keys(roles)]);
  const nameOf = (id: string) => people[id as UserId] ?? directory.find((person) => person.userId === id)?.name ?? 'Somebody';
  const others = directory.filter((person) => !seeing.has(person.userId));
  return (
    <>
      <ul className="flex flex-col">
        {[...seeing].map((id) => (
          <li key={id} className="flex min-h-8 items-center gap-2 touch:min-h-11">
            <Avatar name={nameOf(id)} seed={id} />
            <span className="min-w-0 flex-1 truncate">{nameOf(id)}</span>
            <span className="text-xs text-faint">{roles[id as UserId]?.join(', ')}</span>
            {id !== me && (
              <IconButton size="sm" label={`Withdraw access from ${nameOf(id)}`} onClick={() => onGrant(id as UserId, false)}>
                <X />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      <div className="flex items-end gap-2">
        <Field label="Let somebody in" className="flex-1">
          {(control) => <PersonSelect {...control} value={userId} onChange={setUserId} people={others} />}
        </Field>
        <Button
          disabled={!userId}
          onClick={() => {
            if (userId) onGrant(userId, true);
            setUserId(null);
          }}
        >
          Give access
        </Button>
      </div>
    </>
  );
}
