/** Calls `hear` whenever the notices of whoever is signed in change, and after every gap in the connection. */
export function hearNotices(hear: () => void): () => void {
  let end: (() => void) | null = null;
  let isOver = false;
  // The connection weighs more than the bell: it comes behind the page.
  void import('./room-socket').then(
    ({ acquireRoomSocket }) => {
      if (isOver) return;
      const { socket, release } = acquireRoomSocket();
      socket.on('notices:changed', hear);
      socket.on('connect', hear);
      end = () => {
        socket.off('notices:changed', hear);
        socket.off('connect', hear);
        release();
      };
    },
    () => undefined,
  );
  return () => {
    isOver = true;
    end?.();
  };
}
