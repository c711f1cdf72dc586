import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type ReceivedMail = { id: string; to: string; subject: string; text: string; html: string; raw: string };

/** What the server says to one receiver or one message; null for yes. */
export type Reply = { code: number; text: string } | null;
export type Behaviour = {
  receiver?: (address: string) => Reply | Promise<Reply>;
  /** Told after the message came in, before it is answered. `cut` ends the connection instead. */
  message?: (mail: ReceivedMail) => Reply | 'cut' | Promise<Reply | 'cut'>;
};

export type SmtpReceiver = { url: string; received: ReceivedMail[]; dialogues: () => number; close: () => Promise<void> };

const header = (raw: string, name: string): string =>
  new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im')
    .exec(raw.split('\r\n\r\n', 1)[0] ?? '')?.[1]
    ?.replace(/\r\n[ \t]/g, ' ') ?? '';

const unquoted = (text: string) =>
  Buffer.from(
    text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

/** One part of a mail as a mail program would show it. */
function part(raw: string, type: string): string {
  const found = new RegExp(`Content-Type: ${type}[^]*?\\r\\n\\r\\n([^]*?)(?:\\r\\n--\\S*Part_|$)`, 'i').exec(raw);
  const encoding = new RegExp(`Content-Type: ${type}[^]*?Content-Transfer-Encoding: (\\S+)`, 'i').exec(raw)?.[1];
  const body = found?.[1] ?? '';
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  return encoding === 'quoted-printable' ? unquoted(body) : body;
}

const mailOf = (raw: string, to: string): ReceivedMail => ({
  ...{ id: header(raw, 'Message-ID'), to, subject: header(raw, 'Subject'), raw },
  ...{ text: part(raw, 'text/plain'), html: part(raw, 'text/html') },
});

const refusal = ({ code, text }: NonNullable<Reply>) => Object.assign(new Error(text), { responseCode: code });

/** A real SMTP server on this machine that keeps what it takes. */
export async function smtpReceiver(behave: Behaviour = {}): Promise<SmtpReceiver> {
  const received: ReceivedMail[] = [];
  let dialogues = 0;
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], logger: false, disableReverseLookup: true },
    onConnect(_session, done) {
      dialogues += 1;
      done();
    },
    onRcptTo({ address }, _session, done) {
      void Promise.resolve(behave.receiver?.(address) ?? null).then((reply) => done(reply && refusal(reply)));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const mail = mailOf(Buffer.concat(chunks).toString('utf8'), session.envelope.rcptTo[0]?.address ?? '');
        void Promise.resolve(behave.message?.(mail) ?? null).then((reply) => {
          if (reply === 'cut')
            return (server as unknown as { connections: Set<{ _socket: { destroy: () => void } }> }).connections.forEach((one) =>
              one._socket.destroy(),
            );
          if (reply === null) received.push(mail);
          done(reply && refusal(reply));
        });
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return {
    ...{ url: `smtp://127.0.0.1:${port}`, received, dialogues: () => dialogues },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
