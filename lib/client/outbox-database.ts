import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { OutboxCommand } from './outbox-command';
import type { OutboxStorage } from './outbox-storage';

type OutboxSchema = DBSchema & {
  commands: { key: number; value: OutboxCommand; indexes: { 'by-id': string; 'by-user': string } };
  /** Bytes, since not every browser stores a Blob in every mode. By command id. */
  attachments: { key: string; value: { id: string; contentType: string; bytes: ArrayBuffer } };
};

const NAME = 'warroom-outbox';
const STORES = ['commands', 'attachments'] as const;

function open(closed: () => void): Promise<IDBPDatabase<OutboxSchema>> {
  return openDB<OutboxSchema>(NAME, 1, {
    upgrade(database) {
      const commands = database.createObjectStore('commands', { keyPath: 'order', autoIncrement: true });
      commands.createIndex('by-id', 'id', { unique: true });
      commands.createIndex('by-user', 'userId');
      database.createObjectStore('attachments', { keyPath: 'id' });
    },
    // A newer version in another tab must not wait for this one.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      closed();
    },
    terminated: closed,
  });
}

/** The outbox on this device, in IndexedDB: it survives reload, crash and days. [O1] */
export function createDatabaseStorage(): OutboxStorage {
  let opened: Promise<IDBPDatabase<OutboxSchema>> | null = null;

  const forget = () => {
    opened = null;
  };

  function database(): Promise<IDBPDatabase<OutboxSchema>> {
    if (opened) return opened;
    opened = open(forget);
    opened.catch(forget);
    return opened;
  }

  // Written through to the disk before anybody is told that it is safe.
  const writing = async () => (await database()).transaction(STORES, 'readwrite', { durability: 'strict' });

  return {
    async add(command, attachment) {
      const bytes = attachment && (await attachment.arrayBuffer());
      const transaction = await writing();
      const order = await transaction.objectStore('commands').add(command as OutboxCommand);
      if (attachment && bytes) {
        await transaction.objectStore('attachments').put({ id: command.id, contentType: attachment.type, bytes });
      }
      await transaction.done;
      return { ...command, order };
    },
    async replace(id, next) {
      const transaction = await writing();
      const commands = transaction.objectStore('commands');
      const attachments = transaction.objectStore('attachments');
      const known = await commands.index('by-id').get(id);
      if (known) await commands.put({ ...next, order: known.order });
      const attachment = known && next.id !== id ? await attachments.get(id) : undefined;
      if (attachment) {
        await attachments.delete(id);
        await attachments.put({ ...attachment, id: next.id });
      }
      await transaction.done;
    },
    async remove(id) {
      const transaction = await writing();
      const commands = transaction.objectStore('commands');
      const order = await commands.index('by-id').getKey(id);
      if (order !== undefined) await commands.delete(order);
      await transaction.objectStore('attachments').delete(id);
      await transaction.done;
    },
    async all(userId) {
      const found = await (await database()).getAllFromIndex('commands', 'by-user', userId);
      return found.toSorted((a, b) => a.order - b.order);
    },
    async attachment(id) {
      const found = await (await database()).get('attachments', id);
      return found ? new Blob([found.bytes], { type: found.contentType }) : null;
    },
    isKept: () => true,
  };
}
