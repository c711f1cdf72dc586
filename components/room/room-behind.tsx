'use client';

import { useEffect } from 'react';
import { focusOf } from '@/lib/client/focus';
import { RoomDialogs } from './dialogs/room-dialogs';
import { LogOnPaper } from './log/log-on-paper';
import { Overlays } from './overlays';
import { useRoomUi } from './room-context';
import { RoomKeys } from './room-keys';
import { useAskBeforeLeaving } from './use-ask-before-leaving';
import { useDroppedFiles } from './use-dropped-files';
import { useFollowAddress } from './use-follow-address';
import { useRoomActions } from './use-room-actions';

/** What of the room is not seen before it is asked for: keys, dialogs, the palette, paper. */
export function RoomBehind() {
  useDroppedFiles();
  useFollowAddress();
  useAskBeforeLeaving();
  return (
    <>
      <LogOnPaper />
      <RoomKeys />
      <RoomDialogs />
      <Overlays />
      <ReportFocus />
    </>
  );
}

/** Tells the others which hypothesis is looked at, and what is being decided about it. */
function ReportFocus() {
  const { setFocus } = useRoomActions();
  const focus = useRoomUi(focusOf);
  useEffect(() => setFocus(focus), [focus, setFocus]);
  return null;
}
