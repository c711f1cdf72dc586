const AGAIN_MS = 3_000;

const untilWorthAsking = () =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(ask, AGAIN_MS);
    function ask() {
      clearTimeout(timer);
      window.removeEventListener('online', ask);
      resolve();
    }
    window.addEventListener('online', ask);
  });

type Waiting = {
  /** It could not be fetched at first; it is asked for again. */
  missed?: () => void;
  /** Aborted when nobody waits for it any more. */
  signal?: AbortSignal;
};

/**
 * Fetches a part of the page. Where it cannot be fetched it is asked for again, every few seconds and when the network is
 * back, until it is here. Throws the reason of `signal` once that is aborted.
 */
export async function untilHere<Part>(load: () => Promise<Part>, { missed, signal }: Waiting = {}): Promise<Part> {
  for (let isFirst = true; ; isFirst = false) {
    try {
      return await load();
    } catch {
      signal?.throwIfAborted();
      if (isFirst) missed?.();
    }
    await untilWorthAsking();
    signal?.throwIfAborted();
  }
}
