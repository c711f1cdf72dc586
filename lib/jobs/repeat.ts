export type Repeated = {
  start: () => void;
  /** Runs soon, without waiting for the time to be over. */
  wake: () => void;
  /** Waits for a run that is under way. */
  stop: () => Promise<void>;
};

/**
 * Runs `work` again and again, one run at a time: at once where it answers true, for there is more to do. A run that fails
 * is told and does not end the others.
 */
export function repeat(work: () => Promise<boolean>, options: { everyMs: number; onError: (error: unknown) => void }): Repeated {
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;
  let isStopped = true;
  let again = false;

  function plan(afterMs: number): void {
    if (isStopped || running) return;
    if (timer) clearTimeout(timer);
    timer = setTimeout(run, afterMs);
    timer.unref();
  }

  function run(): void {
    again = false;
    running = work()
      .then((more) => void (again ||= more), options.onError)
      .finally(() => {
        running = null;
        plan(again ? 0 : options.everyMs);
      });
  }

  return {
    start() {
      isStopped = false;
      plan(0);
    },
    wake() {
      again = true;
      plan(0);
    },
    async stop() {
      isStopped = true;
      if (timer) clearTimeout(timer);
      await running;
    },
  };
}
