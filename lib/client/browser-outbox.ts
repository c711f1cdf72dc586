import { createOutboxChannel } from './outbox-channel';
import { createCautiousStorage } from './outbox-storage';
import { createDatabaseStorage } from './outbox-database';
import { createOutbox, type Outbox } from './outbox';
import { createSenderLock } from './sender-lock';
import { sendByHttp } from './send-command';
import { serverClock } from './tab-clock';
import { systemTimers } from './timers';

// A Date header knows no less than seconds.
const DATE_STEP_MS = 1000;

async function clockOffsetMs(): Promise<number | null> {
  if (serverClock.offsetMs() === null) {
    const askedAtMs = systemTimers.nowMs();
    const answer = await fetch('/healthz', { cache: 'no-store' }).catch(() => null);
    const said = answer?.ok ? answer.headers.get('date') : null;
    if (said) serverClock.measure(said, askedAtMs, DATE_STEP_MS);
  }
  return serverClock.offsetMs();
}

const outboxes = new Map<string, Outbox>();

/** The outbox of this person in this tab. Another person's is another one, and stays where it is. [O5] */
export function outboxOf(userId: string): Outbox {
  const known = outboxes.get(userId);
  if (known) return known;
  const outbox = createOutbox({
    userId,
    storage: createCautiousStorage(createDatabaseStorage()),
    channel: createOutboxChannel(userId),
    lock: createSenderLock(`warroom-outbox:${userId}`),
    send: sendByHttp,
    timers: systemTimers,
    clockOffsetMs,
  });
  outboxes.set(userId, outbox);
  return outbox;
}
