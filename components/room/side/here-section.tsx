'use client';

import clsx from 'clsx';
import { useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { readFocus } from '@/lib/client/focus';
import type { PersonHere } from '@/lib/contracts/room';
import type { IncidentState } from '@/lib/core/incident/state';
import { RefLink } from '../ref-link';
import { useRoom } from '../room-provider';
import { carriesPerson, useTakesCard } from '../board/assign-drag';
import { SideSection } from './side-section';

const SHOWN = 30;

/** Who is in the room now, and what they look at. */
export function HereSection() {
  const me = useRoom((view) => view.me);
  const named = useRoom((view) => view.people);
  // Whoever reads this comes first, and is here also where the server has not said so, or names only a part of a crowd.
  const mine = named.find(({ userId }) => userId === me.userId) ?? { ...me, focus: null, typing: null };
  const people = [mine, ...named.filter(({ userId }) => userId !== me.userId)];
  const count = useRoom((view) => Math.max(view.peopleCount, view.people.length, 1));
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? people : people.slice(0, SHOWN);
  const unnamed = count - people.length;
  return (
    <SideSection title={`Here now · ${count}`} id="people-here">
      <ul className="flex flex-col">
        {shown.map((person) => (
          <PersonRow key={person.userId} person={person} />
        ))}
      </ul>
      {!isWhole && people.length > SHOWN && (
        <Button size="sm" variant="ghost" className="-ml-2" onClick={() => setWhole(true)}>
          Show {people.length - SHOWN} more
        </Button>
      )}
      {unnamed > 0 && <p className="text-xs text-faint">and {unnamed} more</p>}
    </SideSection>
  );
}

/** `log`, or a reference, where there is one for what somebody looks at. */
function refOf(incident: IncidentState, focus: string | null): { kind: 'hypothesis' | 'evidence'; ref: string } | null {
  const { id } = readFocus(focus);
  if (!id) return null;
  const hypothesis = incident.hypotheses[id as keyof typeof incident.hypotheses];
  if (hypothesis) return { kind: 'hypothesis', ref: hypothesis.ref };
  const evidence = incident.evidence[id as keyof typeof incident.evidence];
  return evidence ? { kind: 'evidence', ref: evidence.ref } : null;
}

function PersonRow({ person: { userId, name, role, focus, typing } }: { person: PersonHere }) {
  const isMe = useRoom((view) => view.me.userId === userId);
  const looksAt = useRoom(useShallow((view) => refOf(view.drawn, focus)));
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
      <Avatar name={name} seed={userId} />
      <span className="min-w-0 flex-1 truncate">
        {name}
        {isMe && <span className="text-faint"> (you)</span>}
      </span>
      <span className="flex h-5 items-center text-xs text-faint">
        {typing ? 'writing …' : looksAt && <RefLink kind={looksAt.kind} reference={looksAt.ref} />}
      </span>
      {role === 'viewer' && <Badge>viewer</Badge>}
    </li>
  );
}
