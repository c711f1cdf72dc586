import type { Mailer } from '@/lib/connectors/mail';
import { MailRefused } from '@/lib/connectors/mail-refused';
import type { MailPayload } from '@/lib/services/delivery/payloads';
import type { Delivery, Sender, Sent } from '../send-deliveries';

/** What is asked and told about the subscriber that a mail is for. */
export type MailsOfSubscribers = {
  /** The mail with its links; null where it is not to be sent any more. */
  mailFor: (subscriberId: string, payload: MailPayload) => Promise<MailPayload | null>;
  bounced: (subscriberId: string) => Promise<void>;
};

// Syntax, sequence, not implemented: said to the dialogue, not to the mail. 552 is a full mailbox.
const NOT_ABOUT_THE_MAIL = new Set([500, 501, 502, 503, 504, 530, 535, 538]);
const NO_SUCH_MAILBOX = new Set([550, 551, 553]);

const isFinal = ({ step, code }: MailRefused): boolean =>
  code !== null && code >= 500 && !NOT_ABOUT_THE_MAIL.has(code) && (step === 'receiver' || step === 'message');

/** Whether the mailbox does not exist: nothing sent to it later will arrive either. */
const isBounce = ({ step, code }: MailRefused): boolean => step === 'receiver' && code !== null && NO_SUCH_MAILBOX.has(code);

function refusal(error: unknown): Sent {
  if (!(error instanceof MailRefused)) throw error;
  const status = error.code === null ? null : String(error.code);
  return { ok: false, status, error: error.message, ...(isFinal(error) ? { final: true } : {}) };
}

/**
 * Sends mail. 2xx is done; 4xx, a broken or slow dialogue and trouble with our own sign-in come later; 5xx to the receiver
 * or the message is final, and a mailbox that does not exist ends the subscription.
 */
export function createMailSender(mailer: Mailer, subscribers: MailsOfSubscribers): Sender {
  return async ({ id, targetKind, targetId, payload }: Delivery, signal) => {
    const written = payload as MailPayload;
    const subscriberId = targetKind === 'subscriber' ? targetId : null;
    const mail = subscriberId === null ? written : await subscribers.mailFor(subscriberId, written);
    if (mail === null) return { ok: false, status: null, error: 'Not sent: nobody is to get it any more.', final: true };
    try {
      const { to, subject, text, html, headers } = mail;
      return { ok: true, status: await mailer.send({ id, to, subject, text, html, headers }, signal) };
    } catch (error) {
      if (subscriberId !== null && error instanceof MailRefused && isBounce(error)) await subscribers.bounced(subscriberId);
      return refusal(error);
    }
  };
}
