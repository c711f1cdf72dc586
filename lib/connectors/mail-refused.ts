/** Where in the dialogue a mail server said no. */
export type MailStep = 'connection' | 'sender' | 'receiver' | 'message';

/** A mail that was not taken, or of which it is not known whether it was. `code` as the server said it. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';

  constructor(
    readonly step: MailStep,
    readonly code: number | null,
    message: string,
  ) {
    super(message);
  }
}
