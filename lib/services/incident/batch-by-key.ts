type Waiting<Item, Result> = { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void };

/**
 * Runs `work` for one key at a time; what arrives meanwhile goes together into the next run, at most `limit` items. [W5]
 * `work` answers in the order of its items; when it throws, every item of that run fails alike.
 */
export function batchByKey<Item, Result>(limit: number, work: (key: string, items: Item[]) => Promise<Result[]>) {
  const waiting = new Map<string, Waiting<Item, Result>[]>();

  async function drain(key: string, queue: Waiting<Item, Result>[]): Promise<void> {
    while (queue.length > 0) {
      const run = queue.splice(0, limit);
      try {
        const results = await work(
          key,
          run.map((one) => one.item),
        );
        run.forEach((one, index) => one.resolve(results[index] as Result));
      } catch (error) {
        for (const one of run) one.reject(error);
      }
    }
    waiting.delete(key);
  }

  return (key: string, item: Item): Promise<Result> =>
    new Promise((resolve, reject) => {
      const queue = waiting.get(key);
      if (queue) {
        queue.push({ item, resolve, reject });
        return;
      }
      const fresh: Waiting<Item, Result>[] = [{ item, resolve, reject }];
      waiting.set(key, fresh);
      // The rest of this tick still joins the first run.
      setImmediate(() => void drain(key, fresh));
    });
}
