/** What the channel `mail` sends. `headers` go in as they are, `List-Unsubscribe` for one. */
export type MailPayload = { to: string; subject: string; text: string; html: string | null; headers: Record<string, string> };

/** What the channel `webhook` sends: signed with the secret of its target, a subscriber or a hook, under the id of the delivery. */
export type WebhookCall = { url: string; body: object; isSigned: boolean };

/** What the channel `push` sends to one browser of the target user. */
export type PushPayload = { subscriptionId: string; title: string; text: string; url: string; tag: string };

/** Of which public word a message tells: one that is taken back meanwhile is not sent. */
export type About = { updateId: string } | { maintenanceUpdateId: string };

/** A mail to a subscriber, without its links: they are made when it is sent, and stand in no table. */
export type SubscriberMail = MailPayload & { link: 'confirm' | 'manage'; about?: About };

/** A call to a subscriber. */
export type SubscriberCall = WebhookCall & { about?: About };
