'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { toast } from '@/components/ui/toast';
import type { PracticeRoom } from '@/lib/contracts/room';
import { removePractice } from './practice-api';
import { useOpenPractice } from './use-open-practice';

type PracticeRoomsProps = { rooms: readonly PracticeRoom[]; mayWork: boolean; onRemoved: (key: string) => void };

/** The practice rooms there are, one quiet line each, and the way to another. */
export function PracticeRooms({ rooms, mayWork, onRemoved }: PracticeRoomsProps) {
  const { open, busy } = useOpenPractice();
  return (
    <section aria-label="Practice rooms" className="flex flex-col text-xs text-muted">
      {rooms.length > 0 && (
        <ul>
          {rooms.map((room) => (
            <li key={room.key} className="flex flex-wrap items-center gap-x-1 touch:min-h-11">
              <span className="min-w-0 truncate">
                Practice room <span className="font-mono">{room.key}</span> {room.title}
              </span>
              <ButtonLink variant="ghost" size="sm" href={`/incidents/${room.key}`} aria-label={`Open ${room.key}`}>
                Open
              </ButtonLink>
              {mayWork && <RemoveButton roomKey={room.key} onRemoved={onRemoved} />}
            </li>
          ))}
        </ul>
      )}
      {mayWork && rooms.length === 0 && (
        <Button variant="ghost" size="sm" className="-ml-2 self-start" busy={busy} onClick={() => void open()}>
          Look around in a practice room
        </Button>
      )}
    </section>
  );
}

function RemoveButton({ roomKey, onRemoved }: { roomKey: string; onRemoved: (key: string) => void }) {
  const [isBusy, setBusy] = useState(false);
  async function remove() {
    setBusy(true);
    const problem = await removePractice(roomKey);
    setBusy(false);
    if (problem) return toast.error(`${roomKey} was not removed.`, { detail: problem });
    toast.success(`${roomKey} is removed, with everything in it.`);
    onRemoved(roomKey);
  }
  return (
    <Button
      variant="ghost"
      size="sm"
      aria-label={`Remove ${roomKey}`}
      busy={isBusy ? 'Removing …' : null}
      onClick={() => void remove()}
    >
      Remove
    </Button>
  );
}
