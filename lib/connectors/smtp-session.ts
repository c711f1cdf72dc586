import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection/index.js';
import { MailRefused, type MailStep } from './mail-refused';

export type SmtpOptions = SMTPConnection.Options & { auth?: { user: string; pass: string } };
export type Envelope = { from: string; to: string };

/** A connection to the mail server that takes one mail after another. */
export type SmtpSession = {
  /** What the server said when it took the mail. Throws MailRefused; the session is of no use after that. */
  deliver: (envelope: Envelope, message: Buffer, signal: AbortSignal) => Promise<string>;
  isOpen: () => boolean;
  close: () => void;
};

const STEPS: Record<string, MailStep> = { 'MAIL FROM': 'sender', 'RCPT TO': 'receiver', DATA: 'message' };
// RFC 5321 has a sender wait long for this one answer: given up early, a mail that was taken is sent again.
const ANSWER_TO_MESSAGE_MS = 60_000;
const BROKEN_OFF = 'The mail server did not answer in time.';

function refusalOf(error: SMTPConnection.SMTPError): MailRefused {
  const step = STEPS[error.command ?? ''] ?? 'connection';
  return new MailRefused(step, error.responseCode ?? null, (error.response ?? error.message).replace(/\s+/g, ' ').slice(0, 300));
}

/** Runs one step of the dialogue; whatever ends the connection ends the step. */
function step<T>(
  connection: SMTPConnection,
  begin: (resolve: (value: T) => void, reject: (error: Error) => void) => void,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    connection.once('error', (error) => reject(refusalOf(error)));
    connection.once('end', () => reject(new MailRefused('connection', null, 'The mail server ended the connection.')));
    begin(resolve, reject);
  }).finally(() => {
    connection.removeAllListeners('error');
    connection.removeAllListeners('end');
    // One that breaks while nobody waits is noticed by the next who uses it.
    connection.on('error', () => undefined);
  });
}

const orRefuse = (resolve: () => void, reject: (error: Error) => void) => (error?: SMTPConnection.SMTPError | null) =>
  error ? reject(refusalOf(error)) : resolve();

async function enter(connection: SMTPConnection, auth: SmtpOptions['auth']): Promise<void> {
  await step<void>(connection, (resolve, reject) => connection.connect(orRefuse(resolve, reject)));
  if (auth) await step<void>(connection, (resolve, reject) => connection.login(auth, orRefuse(resolve, reject)));
}

/** Destroys rather than ends: what was not sent yet must not be flushed. */
function breakOff(connection: SMTPConnection): void {
  const { _socket: socket } = connection as { _socket: SMTPConnection['_socket'] | false };
  if (socket) socket.destroy();
  connection.close();
}

function deliver(connection: SMTPConnection, envelope: Envelope, message: Buffer, signal: AbortSignal): Promise<string> {
  let isHandedOver = false;
  let limit: NodeJS.Timeout | undefined;
  let onAbort = () => {};
  const delivering = step<string>(connection, (resolve, reject) => {
    const give = () => {
      breakOff(connection);
      reject(new MailRefused('connection', null, BROKEN_OFF));
    };
    // Once the message is on its way only the server knows whether it has it: then its answer is waited for.
    onAbort = () => void (isHandedOver || give());
    if (signal.aborted) return give();
    signal.addEventListener('abort', onAbort);
    const body = new Readable({
      read() {
        isHandedOver = true;
        limit ??= setTimeout(give, ANSWER_TO_MESSAGE_MS);
        this.push(message);
        this.push(null);
      },
    });
    connection.send(envelope, body, (error, info) => (error ? reject(refusalOf(error)) : resolve(info.response)));
  });
  return delivering.finally(() => {
    clearTimeout(limit);
    signal.removeEventListener('abort', onAbort);
  });
}

/** Connects and signs in. Throws MailRefused. */
export async function openSession(options: SmtpOptions, signal: AbortSignal): Promise<SmtpSession> {
  const connection = new SMTPConnection(options);
  let isOpen = true;
  connection.once('end', () => (isOpen = false));
  const onAbort = () => breakOff(connection);
  signal.addEventListener('abort', onAbort);
  try {
    signal.throwIfAborted();
    await enter(connection, options.auth);
  } catch (error) {
    breakOff(connection);
    throw error;
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
  return {
    isOpen: () => isOpen && !connection.destroyed && !connection._socket.destroyed,
    close: () => connection.quit(),
    async deliver(envelope, message, until) {
      try {
        return await deliver(connection, envelope, message, until);
      } catch (error) {
        isOpen = false;
        breakOff(connection);
        throw error;
      }
    },
  };
}
