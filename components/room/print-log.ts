import type { RoomView } from '@/lib/client/room-view';

/** Loads what is missing of the log, then prints. Without the network it prints what is here; the print says so. */
export async function printLog(view: () => RoomView, loadEarlier: () => Promise<void>) {
  let known = -1;
  while (view().hasEarlier && view().events.length > known) {
    known = view().events.length;
    await loadEarlier();
  }
  window.print();
}
