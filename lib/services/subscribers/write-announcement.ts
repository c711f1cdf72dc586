import type { About, SubscriberCall, SubscriberMail } from '../delivery/payloads';
import type { Announcement } from './read-announcement';
import { escapeHtml, mailHtml } from './mail-html';

type Place = { pageName: string; publicUrl: string };

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
const named = ({ name, state }: Announcement['components'][number]) => (state === null ? name : `${name}: ${state}`);

/** The mail about an announcement, the same for everybody but for whom it is to and its links. */
export function announcementMail(
  announcement: Announcement,
  about: About,
  { pageName, publicUrl }: Place,
): Omit<SubscriberMail, 'to'> {
  const { title, phase, text, at, components, path } = announcement;
  const link = publicUrl + path;
  const when = `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const affected = components.map(named);
  const list = affected.length > 0 ? `\n\nAffected:\n${affected.map((one) => `- ${one}`).join('\n')}` : '';
  const items = affected.map((one) => `<li>${escapeHtml(one)}</li>`).join('');
  const body =
    `<p><strong>${escapeHtml(capital(phase))}</strong> · ${when}</p>` +
    `<p style="white-space:pre-wrap">${escapeHtml(text)}</p>` +
    (items ? `<p>Affected:</p><ul>${items}</ul>` : '') +
    `<p><a href="${escapeHtml(link)}">See how it goes on</a></p>`;
  return {
    subject: oneLine(`[${pageName}] ${capital(phase)}: ${title}`).slice(0, 200),
    text: `${title}\n${capital(phase)}, ${when}\n\n${text}${list}\n\nHow it goes on: ${link}`,
    html: mailHtml(title, body),
    ...{ headers: {}, link: 'manage', about },
  };
}

/** The call about an announcement. */
export function announcementCall(
  announcement: Announcement,
  about: About,
  { pageName, publicUrl }: Place,
): Omit<SubscriberCall, 'url'> {
  const { kind, title, phase, text, at, components, path } = announcement;
  const update = { id: Object.values(about)[0] as string, phase, text, at: at.toISOString() };
  const data = { page: { name: pageName, url: `${publicUrl}/status` }, title, url: publicUrl + path, update, components };
  return { body: { type: `${kind}.updated`, timestamp: at.toISOString(), data }, isSigned: true, about };
}
