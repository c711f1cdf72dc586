'use client';

import { useEffect } from 'react';
import { outboxOf } from '@/lib/client/browser-outbox';
import { redraw } from '@/lib/client/redraw';
import { useInRoom, type InRoom } from './room-provider';

function keepOutbox({ room, wires }: InRoom): () => void {
  room.drawAheadBy(redraw);
  const { me, confirmed } = room.store.getState();
  const outbox = outboxOf(me.userId);
  wires.reachable = () => outbox.wake();
  const ends = [
    outbox.subscribe(() => room.setOutbox(outbox.stateOf(confirmed.id))),
    outbox.onTaken((command, answer) => {
      if (command.incidentId === confirmed.id && room.acknowledge(command, answer)) wires.connection?.nudge();
    }),
  ];
  outbox.start();
  void outbox.load();
  return () => {
    wires.reachable = () => undefined;
    for (const end of ends) end();
  };
}

/** Draws what this device wrote before the server has it, and sends it. */
export function KeepOutbox() {
  const inRoom = useInRoom();
  useEffect(() => keepOutbox(inRoom), [inRoom]);
  return null;
}
