import type { Bus, BusMessage } from './bus';

/** The bus of a single process. */
export function createLocalBus(): Bus {
  const listeners = new Set<(message: BusMessage) => void>();
  return {
    publish(message) {
      if (listeners.size > 1) setImmediate(() => listeners.forEach((hear) => hear(message)));
    },
    subscribe(hear) {
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
    close: async () => listeners.clear(),
  };
}
