'use client';

import { useEffect, useState } from 'react';
import { useRoomStore } from '../room-provider';
import { keepDraft, readDraft } from './draft';

/** What is being written here, kept over a reload. */
export function useDraft(): { text: string; isKept: boolean; setText: (text: string) => void } {
  const room = useRoomStore();
  const { me, drawn } = room.getState();
  const [text, setText] = useState('');
  const [isKept, setKept] = useState(true);

  useEffect(() => setText((written) => written || readDraft(me.userId, drawn.key)), [me.userId, drawn.key]);

  return {
    text,
    isKept,
    setText: (next) => {
      setText(next);
      setKept(keepDraft(me.userId, drawn.key, next));
    },
  };
}
