'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Popover } from '@/components/ui/popover';
import { Select } from '@/components/ui/select';
import { leads, offers, wouldSay } from '@/lib/client/offers';
import { INCIDENT_ROLES, type IncidentRole } from '@/lib/core/incident/state';
import type { UserId } from '@/lib/core/ids';
import { PersonSelect } from '../person-select';
import { useRoom, useRoomStore } from '../room-provider';
import { useCommand } from '../use-command';
import { ROLE_WORD } from './role-word';

/** Gives somebody a role; whoever does not lead claims one that is free. */
export function AddRole() {
  const canLead = useRoom(leads);
  const canClaim = useRoom((view) =>
    INCIDENT_ROLES.some((role) => offers(view, 'role.assign', { userId: view.me.userId, role })),
  );
  if (!canLead && !canClaim) return null;
  return (
    <Popover
      label="Give a role"
      align="end"
      className="w-64"
      trigger={
        <Button size="sm" variant="ghost" icon={<Plus aria-hidden />}>
          {canLead ? 'Assign' : 'Take a role'}
        </Button>
      }
    >
      {(close) => <RoleForm canLead={canLead} close={close} />}
    </Popover>
  );
}

function RoleForm({ canLead, close }: { canLead: boolean; close: () => void }) {
  const room = useRoomStore();
  const directory = useRoom((view) => view.directory);
  const me = useRoom((view) => view.me.userId);
  const [userId, setUserId] = useState<UserId | null>(canLead ? null : me);
  const possible = userId ? INCIDENT_ROLES.filter((role) => wouldSay(room.getState(), 'role.assign', { userId, role }).ok) : [];
  const [wanted, setWanted] = useState<IncidentRole | null>(null);
  const role = wanted && possible.includes(wanted) ? wanted : (possible[0] ?? null);
  const { send, refusal, isBusy } = useCommand('role.assign');

  async function submit() {
    if (userId && role && (await send({ userId, role }))) close();
  }

  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {canLead && (
        <Field label="Who">
          {(control) => <PersonSelect {...control} value={userId} onChange={setUserId} people={directory} />}
        </Field>
      )}
      <Field
        label="Role"
        error={refusal?.message ?? null}
        hint={userId && possible.length === 0 ? 'There is no role left that can be given here.' : null}
      >
        {(control) => (
          <Select
            {...control}
            disabled={possible.length === 0}
            value={role ?? ''}
            onChange={(event) => setWanted(event.target.value as IncidentRole)}
          >
            {possible.length === 0 && <option value="">{userId ? 'none left' : 'Choose who first'}</option>}
            {possible.map((one) => (
              <option key={one} value={one}>
                {ROLE_WORD[one]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Button size="sm" variant="primary" type="submit" className="self-end" disabled={!role} busy={isBusy ? 'Saving …' : null}>
        {canLead ? 'Assign' : 'Take it'}
      </Button>
    </form>
  );
}
