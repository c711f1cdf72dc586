import type { NewCommand, OutboxCommand } from './outbox-command';

/** Where commands wait until the server has taken them. */
export type OutboxStorage = {
  add: (command: NewCommand, attachment: Blob | null) => Promise<OutboxCommand>;
  /** Puts a command where another stands, under the same place in the queue; nothing where it is gone. */
  replace: (id: string, next: OutboxCommand) => Promise<void>;
  remove: (id: string) => Promise<void>;
  /** In the order in which they were written. */
  all: (userId: string) => Promise<OutboxCommand[]>;
  attachment: (id: string) => Promise<Blob | null>;
  /** Whether all of it survives a reload. */
  isKept: () => boolean;
};

/** Holds commands as long as the window lives. */
export function createMemoryStorage(firstOrder = 1): OutboxStorage {
  const commands = new Map<string, OutboxCommand>();
  const attachments = new Map<string, Blob>();
  let nextOrder = firstOrder;

  return {
    async add(command, attachment) {
      const stored = { ...command, order: nextOrder++ };
      commands.set(stored.id, stored);
      if (attachment) attachments.set(stored.id, attachment);
      return stored;
    },
    async replace(id, next) {
      if (!commands.delete(id)) return;
      commands.set(next.id, next);
      const attachment = attachments.get(id);
      if (!attachment || next.id === id) return;
      attachments.delete(id);
      attachments.set(next.id, attachment);
    },
    async remove(id) {
      commands.delete(id);
      attachments.delete(id);
    },
    all: async (userId) =>
      [...commands.values()].filter((command) => command.userId === userId).toSorted((a, b) => a.order - b.order),
    attachment: async (id) => attachments.get(id) ?? null,
    isKept: () => commands.size === 0,
  };
}

// Behind everything that a disk has numbered.
const AFTER_KEPT = 2 ** 40;

/** Keeps commands on the device, and those it does not take (full, or forbidden) in memory. */
export function createCautiousStorage(kept: OutboxStorage): OutboxStorage {
  const memory = createMemoryStorage(AFTER_KEPT);
  return {
    add: (command, attachment) => kept.add(command, attachment).catch(() => memory.add(command, attachment)),
    async replace(id, next) {
      await memory.replace(id, next);
      await kept.replace(id, next).catch(() => undefined);
    },
    async remove(id) {
      await memory.remove(id);
      await kept.remove(id).catch(() => undefined);
    },
    async all(userId) {
      const onDevice = await kept.all(userId).catch(() => []);
      return [...onDevice, ...(await memory.all(userId))];
    },
    attachment: async (id) => (await memory.attachment(id)) ?? (await kept.attachment(id).catch(() => null)),
    isKept: memory.isKept,
  };
}
