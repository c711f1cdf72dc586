'use client';

import { Eye, PencilLine } from 'lucide-react';
import { useShallow } from 'zustand/react/shallow';
import { Avatar } from '@/components/ui/avatar';
import { Tooltip } from '@/components/ui/tooltip';
import type { PersonHere } from '@/lib/contracts/room';
import type { CardForm } from '@/lib/client/room-ui';
import { readFocus } from '@/lib/client/focus';
import { useRoom } from '../room-provider';
import { useTypingNames } from '../use-typing-names';

const DOING: Record<CardForm, string> = {
  confirm: 'confirming this',
  reject: 'rejecting this',
  shelve: 'shelving this',
  reopen: 'reopening this',
  withdraw: 'withdrawing the root cause',
  test: 'choosing a time-box',
  assign: 'assigning this',
};

const isDoing = (form: string | null): form is CardForm => form !== null && form in DOING;

/** Who looks at a hypothesis just now besides oneself, and who is about to decide something about it. */
export function Lookers({ id }: { id: string }) {
  const lookers = useRoom(
    useShallow(({ people, me }) => people.filter((one) => readFocus(one.focus).id === id && one.userId !== me.userId)),
  );
  const typing = useTypingNames(id);
  if (lookers.length === 0) return null;
  const names = lookers.map(({ name }) => name);
  const acting = lookers.flatMap((one) => actOf(one));
  return (
    <Tooltip text={typing || `${names.join(', ')} ${names.length === 1 ? 'looks' : 'look'} at this`}>
      <span className="inline-flex min-w-0 items-center gap-1 text-faint">
        {acting.length > 0 ? (
          <PencilLine aria-hidden className="size-3.5 shrink-0" />
        ) : (
          <Eye aria-hidden className="size-3.5 shrink-0" />
        )}
        <span className="sr-only">Looked at by {names.join(', ')}</span>
        {lookers.slice(0, 3).map(({ userId, name }) => (
          <Avatar key={userId} name={name} seed={userId} size="xs" />
        ))}
        {acting.length > 0 && <span className="max-w-56 truncate font-medium text-warn-ink">{acting.join(', ')}</span>}
      </span>
    </Tooltip>
  );
}

function actOf({ name, focus }: PersonHere): string[] {
  const { form } = readFocus(focus);
  return isDoing(form) ? [`${name} is ${DOING[form]}`] : [];
}
