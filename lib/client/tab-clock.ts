import { createServerClock } from './server-clock';
import { systemTimers } from './timers';

/** One per tab: rooms measure it, the outbox writes by it. */
export const serverClock = createServerClock(systemTimers);
