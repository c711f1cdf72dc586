import type { IncidentEvent } from '@/lib/core/incident/events';

/** The largest message a room is sent; what does not fit is announced by a head and fetched. */
export const MESSAGE_BYTES = 4096;

// The name of the message and the incident's id around the events.
const ENVELOPE_BYTES = 128;

type Packed = {
  /** The events of one message each, in order. */
  messages: IncidentEvent[][];
  /** Whether events are left that do not fit into a message: announce the head. */
  hint: boolean;
};

/**
 * Lays events of one moment into as few messages as the size allows. From the first that is too large on its own, all
 * are left to be fetched: they could not be applied before it anyway.
 */
export function packEvents(events: readonly IncidentEvent[], limitBytes = MESSAGE_BYTES): Packed {
  const messages: IncidentEvent[][] = [];
  let open: IncidentEvent[] = [];
  let openBytes = ENVELOPE_BYTES;
  for (const event of events) {
    const sizeBytes = Buffer.byteLength(JSON.stringify(event)) + 1;
    const tooLarge = ENVELOPE_BYTES + sizeBytes > limitBytes;
    if (open.length > 0 && (tooLarge || openBytes + sizeBytes > limitBytes)) {
      messages.push(open);
      open = [];
      openBytes = ENVELOPE_BYTES;
    }
    if (tooLarge) return { messages, hint: true };
    open.push(event);
    openBytes += sizeBytes;
  }
  if (open.length > 0) messages.push(open);
  return { messages, hint: false };
}
