/** Makes one tab of several the sender: calls `run` when it is this one's turn, until the returned function is called. [O2] */
export type SenderLock = {
  hold: (run: (lost: AbortSignal) => Promise<void>) => () => void;
  /** Takes the turn from a tab that has stopped answering. */
  steal: () => void;
};

/**
 * A Web Lock. Where the browser has none (plain http on a network address), every tab sends: the ids make repeats
 * harmless and each tab keeps the order, so only requests are wasted. [W1]
 */
export function createSenderLock(name: string): SenderLock {
  const { locks } = globalThis.navigator ?? {};
  let stop: (() => void) | null = null;
  let turn: ((lost: AbortSignal) => Promise<void>) | null = null;

  function ask(isStealing: boolean): void {
    const leaving = new AbortController();
    const run = turn;
    stop = () => leaving.abort();
    if (!run) return;
    if (!locks) return void run(leaving.signal);
    const granted = async () => {
      await Promise.race([run(leaving.signal), new Promise((resolve) => leaving.signal.addEventListener('abort', resolve))]);
    };
    const request = isStealing
      ? locks.request(name, { steal: true }, granted)
      : locks.request(name, { signal: leaving.signal }, granted);
    // Another tab took the turn: stop sending and queue up again.
    request.catch(() => {
      if (leaving.signal.aborted) return;
      leaving.abort();
      ask(false);
    });
  }

  return {
    hold(run) {
      turn = run;
      ask(false);
      return () => {
        turn = null;
        stop?.();
      };
    },
    steal() {
      stop?.();
      ask(true);
    },
  };
}
