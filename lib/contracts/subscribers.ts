import * as z from 'zod/mini';
import type { Instant } from '@/lib/core/ids';
import { Email } from './people';

const COMPONENTS_MAX = 200;

/** Of which components somebody wants to hear; none for all. */
const Components = z
  .array(z.uuid({ error: 'This is no component.' }))
  .check(z.maxLength(COMPONENTS_MAX, { error: `Choose at most ${COMPONENTS_MAX} components.` }));

const Token = z.string({ error: 'This link is not complete. Copy it whole.' }).check(z.minLength(1), z.maxLength(200));

const WebAddress = z.string({ error: 'Give a web address.' }).check(
  z.trim(),
  z.maxLength(2000, { error: 'This address is too long.' }),
  z.refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
    error: 'Give a web address such as https://hooks.example.com/status.',
  }),
);

export const SubscribeByMailInput = z.strictObject({ email: Email, components: z._default(Components, []) });
export type SubscribeByMailInput = z.output<typeof SubscribeByMailInput>;

export const SubscribeByWebhookInput = z.strictObject({ url: WebAddress, components: z._default(Components, []) });
export type SubscribeByWebhookInput = z.output<typeof SubscribeByWebhookInput>;

export const TokenInput = z.strictObject({ token: Token });
export const ChooseComponentsInput = z.strictObject({ token: Token, components: z._default(Components, []) });
export type ChooseComponentsInput = z.output<typeof ChooseComponentsInput>;

/** What a webhook subscription is managed and checked with. The secret is in this answer and nowhere else. */
export type SubscribedByWebhook = { secret: string; manageUrl: string };

export type SubscribableComponent = { id: string; name: string; group: string | null };

/** What the page for subscribing offers. */
export type SubscribeOptions = { pageName: string; hasMail: boolean; components: SubscribableComponent[] };

export type SubscriberKind = 'mail' | 'webhook';
export type SubscriberState = 'pending' | 'active' | 'unsubscribed' | 'bounced' | 'removed';

/** A subscription as its owner sees it behind the link. */
export type OwnSubscription = {
  kind: SubscriberKind;
  address: string;
  state: SubscriberState;
  componentIds: string[];
  /** The latest calls, newest first; for webhooks. */
  calls: { at: Instant; isDone: boolean; status: string | null; error: string | null }[];
};

/** What became of a link that confirms. */
export type Confirmation = { manageToken: string; wasConfirmed: boolean };

export const SUBSCRIBER_STATES = ['pending', 'active', 'unsubscribed', 'bounced', 'removed'] as const;
export const ListSubscribersQuery = z.object({
  q: z.optional(z.string().check(z.maxLength(200))),
  state: z.optional(z.enum(SUBSCRIBER_STATES)),
  cursor: z.optional(z.uuid()),
});
export type ListSubscribersQuery = z.output<typeof ListSubscribersQuery>;

export type SubscriberSummary = {
  id: string;
  kind: SubscriberKind;
  address: string;
  state: SubscriberState;
  components: string[];
  createdAt: Instant;
  confirmedAt: Instant | null;
  /** What went wrong with the latest message to them, where it did. */
  lastError: string | null;
};
export type SubscriberList = { subscribers: SubscriberSummary[]; nextCursor: string | null; active: number };
