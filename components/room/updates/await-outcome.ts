import type { StoreApi } from 'zustand';
import type { Problem } from '@/lib/contracts/problem';
import type { RoomView } from '@/lib/client/room-view';

export type Outcome = { kind: 'taken' } | { kind: 'waiting' } | { kind: 'refused'; problem: Pick<Problem, 'detail'> };

const PATIENCE_MS = 8000;

function outcomeOf({ outbox, network }: RoomView, id: string): Outcome | null {
  const item = outbox.find((one) => one.id === id);
  if (!item) return { kind: 'taken' };
  if (item.state === 'attention') return { kind: 'refused', problem: { detail: item.reason ?? 'The server refused this.' } };
  return network === 'connected' ? null : { kind: 'waiting' };
}

/** What became of a command: taken by the server, refused, or waiting for a network. */
export function awaitOutcome(room: StoreApi<RoomView>, id: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const settle = (outcome: Outcome | null) => {
      if (!outcome) return;
      stop();
      clearTimeout(timer);
      resolve(outcome);
    };
    const timer = setTimeout(() => settle({ kind: 'waiting' }), PATIENCE_MS);
    const stop = room.subscribe((view) => settle(outcomeOf(view, id)));
    settle(outcomeOf(room.getState(), id));
  });
}
