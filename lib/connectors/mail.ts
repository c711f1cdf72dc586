import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { MailRefused } from './mail-refused';
import { smtpOptions } from './smtp-options';
import { openSession, type SmtpSession } from './smtp-session';

export type Mail = {
  /** The same again is the same mail: mail programs show one. Without angle brackets or a host. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string | null;
  headers: Record<string, string>;
};

export type Mailer = {
  /** What the mail server said when it took the mail. Throws MailRefused. */
  send: (mail: Mail, signal: AbortSignal) => Promise<string>;
  close: () => void;
};

const MOST_IDLE = 5;
const IDLE_MS = 10_000;
const ONE_ADDRESS = /^[^\s<>,;:"()[\]\\@]+@[^\s<>,;:"()[\]\\@]+$/;
const BROKEN_LINE = /[\r\n\0]/;
const PLAIN = /^[\x20-\x7e]{0,900}$/;

/** Refuses what would begin another header, or name another receiver. */
function mustBeSafe({ to, subject, headers }: Mail): void {
  if (!ONE_ADDRESS.test(to)) throw new MailRefused('receiver', 501, 'This is not one mail address.');
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[a-z0-9-]+$/i.test(name) || !PLAIN.test(value)) throw new MailRefused('message', 554, `The header ${name} is broken.`);
  }
  if (BROKEN_LINE.test(subject)) throw new MailRefused('message', 554, 'The subject has more than one line.');
}

/** The address in `Warroom <status@example.com>`. */
export const addressIn = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();

/** In one line as it is: some mail programs look for the address of `List-Unsubscribe` right behind the colon. */
const asIs = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { prepared: true, foldLines: false, value }]));

function compose(mail: Mail, from: string): Promise<Buffer> {
  const host = addressIn(from).split('@')[1] ?? 'localhost';
  const message = new MailComposer({
    ...{ from, to: { name: '', address: mail.to }, subject: mail.subject, text: mail.text, html: mail.html ?? undefined },
    ...{ messageId: `<${mail.id}@${host}>`, headers: { 'Auto-Submitted': 'auto-generated', ...asIs(mail.headers) } },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  return new Promise((resolve, reject) => message.compile().build((error, built) => (error ? reject(error) : resolve(built))));
}

/** Sends mail over connections to one server that are kept for a while for the next. */
export function createMailer({ url, from }: { url: string; from: string }): Mailer {
  const options = smtpOptions(url);
  const idle: { session: SmtpSession; timer: NodeJS.Timeout }[] = [];

  async function take(signal: AbortSignal): Promise<SmtpSession> {
    for (let one = idle.pop(); one; one = idle.pop()) {
      clearTimeout(one.timer);
      if (one.session.isOpen()) return one.session;
    }
    return openSession(options, signal);
  }

  function giveBack(session: SmtpSession): void {
    if (idle.length >= MOST_IDLE) return session.close();
    const timer = setTimeout(() => {
      idle.splice(
        idle.findIndex((one) => one.session === session),
        1,
      );
      session.close();
    }, IDLE_MS);
    timer.unref();
    idle.push({ session, timer });
  }

  return {
    async send(mail, signal) {
      mustBeSafe(mail);
      const message = await compose(mail, from);
      const session = await take(signal);
      const answer = await session.deliver({ from: addressIn(from), to: mail.to }, message, signal);
      giveBack(session);
      return answer;
    },
    close() {
      for (const { session, timer } of idle.splice(0)) {
        clearTimeout(timer);
        session.close();
      }
    },
  };
}
