import { setTimeout as wait } from 'node:timers/promises';
import { monotonicMs } from './monotonic';

/** Calls at a steady pace until stopped, whether or not earlier ones were answered. */
export function stream(perSecond: number, call: (index: number) => Promise<void>): { stop: () => Promise<number> } {
  let isOver = false;
  const sent: Promise<void>[] = [];
  const send = async () => {
    const startedAt = monotonicMs();
    for (let index = 0; !isOver; index += 1) {
      const dueInMs = startedAt + (index * 1000) / perSecond - monotonicMs();
      if (dueInMs > 1) await wait(dueInMs);
      const one = call(index);
      one.catch(() => undefined);
      sent.push(one);
    }
  };
  const sending = send();
  return {
    /** Waits for all answers; throws where one was refused. Answers with how many there were. */
    async stop() {
      isOver = true;
      await sending;
      await Promise.all(sent);
      return sent.length;
    },
  };
}
