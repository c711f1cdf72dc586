import type { MailPayload, SubscriberMail } from '../delivery/payloads';
import { confirmToken, manageToken } from './link-tokens';
import { escapeHtml, withFoot } from './mail-html';
import { stateOf } from './own-subscriber';
import { readOpenness } from './read-openness';
import { readAnnouncement } from './read-announcement';
import type { SubscribersParts } from './subscribers-deps';

const BUTTON = 'display:inline-block;padding:10px 16px;background:#0b6b82;color:#ffffff;border-radius:6px;text-decoration:none';

function withConfirmLink(mail: SubscriberMail, url: string): MailPayload {
  const { to, subject, text, html, headers } = mail;
  const foot = `<p><a style="${BUTTON}" href="${escapeHtml(url)}">Confirm</a></p><p style="color:#475060">The link is good for 72 hours.</p>`;
  return {
    to,
    subject,
    text: `${text}\n\nConfirm: ${url}\nThe link is good for 72 hours.`,
    html: html && withFoot(html, foot),
    headers,
  };
}

/** What ends the text of a mail to a subscriber. */
export const manageFoot = (manage: string): string => `\n\n-- \nChoose what you get, or unsubscribe: ${manage}`;

function withManageLink(mail: SubscriberMail, manage: string, oneClick: string): MailPayload {
  const { to, subject, text, html, headers } = mail;
  const foot = `<p style="color:#475060;font-size:13px">You get this because you subscribed. <a href="${escapeHtml(manage)}">Choose what you get, or unsubscribe</a></p>`;
  return {
    ...{
      to,
      subject,
      text: text + manageFoot(manage),
      html: html && withFoot(html, foot),
    },
    // RFC 8058: mail programs end the subscription with one POST, without a page in between.
    headers: { ...headers, 'List-Unsubscribe': `<${oneClick}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  };
}

/** Whether what a message tells of is still there to be told. */
export async function isStillTold({ pool }: Pick<SubscribersParts, 'pool'>, about: SubscriberMail['about']): Promise<boolean> {
  return about === undefined || ((await readOpenness(pool)).isPublic && (await readAnnouncement(pool, about)) !== null);
}

/**
 * A mail to a subscriber with its links, as they are when it is sent. Null where it is not to be sent any more: the
 * subscription was ended or confirmed meanwhile, or what it tells of was taken back.
 */
export const mailFor =
  (parts: SubscribersParts) =>
  async (subscriberId: string, payload: MailPayload): Promise<MailPayload | null> => {
    const { prisma, secret, clock, outside } = parts;
    const mail = payload as SubscriberMail;
    const row = await prisma.subscriber.findUnique({ where: { id: subscriberId } });
    if (!row || stateOf(row) !== (mail.link === 'confirm' ? 'pending' : 'active')) return null;
    if (!(await isStillTold(parts, mail.about))) return null;
    if (mail.link === 'confirm') {
      const token = confirmToken(subscriberId, clock(), secret);
      return withConfirmLink(mail, `${outside.publicUrl}/subscribe/confirm?token=${token}`);
    }
    const token = manageToken(subscriberId, secret);
    const manage = `${outside.publicUrl}/subscribe/manage?token=${token}`;
    return withManageLink(mail, manage, `${outside.publicUrl}/api/v1/subscribe/one-click?token=${token}`);
  };
