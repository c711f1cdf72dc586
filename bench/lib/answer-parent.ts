/** What a program says once it hears questions; those sent before would be lost. */
export const READY = 'ready';

type Verbs = Record<string, (input: never) => unknown>;

/** Answers what the parent process asks; ends with it. */
export function answerParent(verbs: Verbs): void {
  process.on('message', (message: { id: number; verb: string; input: unknown }) => {
    const verb = verbs[message.verb];
    if (!verb) return;
    void (async () => verb(message.input as never))().then(
      (result) => process.send?.({ id: message.id, result }),
      (error: unknown) =>
        process.send?.({ id: message.id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
  // Waiting for the next question keeps it alive.
  process.channel?.ref();
  process.on('disconnect', () => process.exit(0));
  process.send?.(READY);
}
