/**
 * Gathers what is asked in one tick into one look-up: a thousand sockets that come back at once cost one query, not a
 * thousand. The look-up starts after the last question of the tick, so nobody gets an answer older than their question.
 */
export function batchByTick<Key, Value>(lookUp: (keys: Key[]) => Promise<(key: Key) => Value>): (key: Key) => Promise<Value> {
  let open: { keys: Set<Key>; answer: Promise<(key: Key) => Value> } | null = null;

  return async (key) => {
    if (!open) {
      const keys = new Set<Key>();
      const answer = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
        open = null;
        return lookUp([...keys]);
      });
      open = { keys, answer };
    }
    open.keys.add(key);
    const found = await open.answer;
    return found(key);
  };
}
