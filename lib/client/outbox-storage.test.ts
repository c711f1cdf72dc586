import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { createDatabaseStorage } from './outbox-database';
import { createCautiousStorage, createMemoryStorage } from './outbox-storage';
import { commandOf } from './testing/fixtures';

beforeEach(() => {
  indexedDB = new IDBFactory();
});

const idsOf = (commands: readonly { id: string }[]) => commands.map(({ id }) => id);

describe.each([
  ['memory', () => createMemoryStorage()],
  ['IndexedDB', () => createDatabaseStorage()],
  ['IndexedDB, with memory behind it', () => createCautiousStorage(createDatabaseStorage())],
])('the outbox in %s', (_where, create) => {
  it('keeps commands in the order of writing, each person apart', async () => {
    const storage = create();
    const [first, second, others] = [commandOf(), commandOf(), commandOf({ userId: 'somebody else' })];
    for (const command of [first, others, second]) await storage.add(command, null);
    expect(idsOf(await storage.all(first.userId))).toEqual([first.id, second.id]);
    expect(idsOf(await storage.all('somebody else'))).toEqual([others.id]);
    await storage.remove(first.id);
    expect(idsOf(await storage.all(first.userId))).toEqual([second.id]);
  });

  it('replaces a command in its place, with its file', async () => {
    const storage = create();
    const [first, second] = [commandOf(), commandOf()];
    const stored = await storage.add(first, new Blob(['the file']));
    await storage.add(second, null);
    const corrected = { ...stored, id: commandOf().id, input: { text: 'corrected' } };
    await storage.replace(first.id, corrected);
    expect(await storage.all(first.userId)).toMatchObject([
      { id: corrected.id, input: { text: 'corrected' } },
      { id: second.id },
    ]);
    expect(await storage.attachment(first.id)).toBeNull();
    expect(await (await storage.attachment(corrected.id))?.text()).toBe('the file');
  });

  it('does not bring back what was removed meanwhile', async () => {
    const storage = create();
    const stored = await storage.add(commandOf(), null);
    await storage.remove(stored.id);
    await storage.replace(stored.id, { ...stored, sentAs: { at: null } });
    await storage.remove(stored.id);
    expect(await storage.all(stored.userId)).toEqual([]);
  });
});

it('[O1] survives the end of the window on the device', async () => {
  const command = commandOf();
  await createDatabaseStorage().add(command, null);
  expect(await createDatabaseStorage().all(command.userId)).toMatchObject([command]);
});
