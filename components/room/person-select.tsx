'use client';

import type { ComponentProps } from 'react';
import { Select } from '@/components/ui/select';
import { workers } from '@/lib/client/offers';
import type { Colleague } from '@/lib/contracts/people';
import { calledApart } from '@/lib/core/called-apart';
import type { UserId } from '@/lib/core/ids';
import { useRoom, useRoomStore } from './room-provider';

type PersonSelectProps = Omit<ComponentProps<typeof Select>, 'value' | 'onChange' | 'children'> & {
  value: UserId | null;
  onChange: (userId: UserId | null) => void;
  except?: string | null;
  /** Who may be chosen; left out: those who take work here. */
  people?: Colleague[];
  nobody?: string;
};

/** One of the people, those who are here first. */
export function PersonSelect({ value, onChange, except, people, nobody = 'Choose …', ...rest }: PersonSelectProps) {
  const room = useRoomStore();
  const here = useRoom((view) => view.people);
  const isHere = new Set(here.map(({ userId }) => userId));
  const known = (people ?? workers(room.getState())).filter(({ userId }) => userId !== except);
  const groups = [
    ['Here now', known.filter(({ userId }) => isHere.has(userId))],
    ['Not here', known.filter(({ userId }) => !isHere.has(userId))],
  ] as const;
  return (
    <Select {...rest} value={value ?? ''} onChange={(event) => onChange((event.target.value || null) as UserId | null)}>
      <option value="">{nobody}</option>
      {groups.map(
        ([label, members]) =>
          members.length > 0 && (
            <optgroup key={label} label={label}>
              {members.map((person) => (
                <option key={person.userId} value={person.userId}>
                  {calledApart(person)}
                </option>
              ))}
            </optgroup>
          ),
      )}
    </Select>
  );
}
