'use client';

import clsx from 'clsx';
import { X } from 'lucide-react';
import { useMemo } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { IconButton } from '@/components/ui/icon-button';
import { offers } from '@/lib/client/offers';
import { INCIDENT_ROLES, type IncidentRole } from '@/lib/core/incident/state';
import type { UserId } from '@/lib/core/ids';
import { useRoom } from '../room-provider';
import { useQuickCommand } from '../use-command';
import { carriesPerson, useTakesCard } from '../board/assign-drag';
import { AddRole } from './add-role';
import { SideSection } from './side-section';
import { ROLE_WORD } from './role-word';

type Held = { userId: UserId; role: IncidentRole; name: string };

/** Who does what here. */
export function RolesSection() {
  const roles = useRoom((view) => view.drawn.roles);
  const people = useRoom((view) => view.drawn.people);
  const held = useMemo(() => {
    const all = Object.entries(roles) as [UserId, IncidentRole[]][];
    return all
      .flatMap(([userId, list]) => list.map((role): Held => ({ userId, role, name: people[userId] ?? 'Somebody' })))
      .sort((a, b) => INCIDENT_ROLES.indexOf(a.role) - INCIDENT_ROLES.indexOf(b.role) || a.name.localeCompare(b.name));
  }, [roles, people]);
  return (
    <SideSection title="Roles" action={<AddRole />}>
      {held.length === 0 && <p className="text-xs text-faint">Nobody has a role yet.</p>}
      <ul className="flex flex-col">
        {held.map((one) => (
          <RoleRow key={`${one.userId}:${one.role}`} held={one} />
        ))}
      </ul>
    </SideSection>
  );
}

function RoleRow({ held: { userId, role, name } }: { held: Held }) {
  // Command is given away in the header, where it says what follows: one slip here would leave nobody in command.
  const canRelease = useRoom((view) => role !== 'commander' && offers(view, 'role.release', { userId, role }));
  const ask = useQuickCommand();
  const { isOver, handlers } = useTakesCard(userId);
  return (
    <li
      {...carriesPerson(userId, name)}
      {...handlers}
      className={clsx(
        '-mx-1.5 flex min-h-7 cursor-grab items-center gap-2 rounded-md px-1.5 touch:min-h-11',
        isOver && 'ring-2 ring-accent',
      )}
    >
      <span className="w-18 shrink-0 text-xs text-faint">{ROLE_WORD[role]}</span>
      <Avatar name={name} seed={userId} />
      <span className="min-w-0 flex-1 truncate">{name}</span>
      {canRelease && (
        <IconButton size="sm" label={`Release ${name} as ${role}`} onClick={() => void ask('role.release', { userId, role })}>
          <X />
        </IconButton>
      )}
    </li>
  );
}
