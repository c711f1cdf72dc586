import * as z from 'zod/mini';
import { GLOBAL_ROLES, type GlobalRole } from '@/lib/core/incident/state';
import { InstantInput, line } from '@/lib/core/text';
import { TimeZone } from '@/lib/core/time-zone';
import type { Instant } from '@/lib/core/ids';
import type { Person } from '@/lib/core/incident/command';
import { NoticePreferences } from '@/lib/core/notices/preferences';
import { Quiet } from '@/lib/core/notices/quiet';

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 256;

/** An address as people type it: trimmed and in lower case, plain ASCII, at most 254 characters. */
export const Email = z
  .string({ error: 'Give an e-mail address.' })
  .check(
    z.trim(),
    z.toLowerCase(),
    z.maxLength(254, { error: 'An e-mail address has at most 254 characters.' }),
    z.regex(z.regexes.email, { error: 'Give an e-mail address such as ana@example.org.' }),
  );

/** A password that is about to be set: 12 to 256 characters of any kind, kept as typed. */
export const NewPassword = z.string({ error: 'Choose a password.' }).check(
  z.minLength(PASSWORD_MIN, {
    error: `Choose a password of at least ${PASSWORD_MIN} characters; a few words in a row do well.`,
  }),
  z.maxLength(PASSWORD_MAX, { error: `Choose a password of at most ${PASSWORD_MAX} characters.` }),
  z.refine((text) => text.isWellFormed(), { error: 'This password holds a broken character. Type it again.' }),
);

// What is compared with a stored password is not held to the rules for new ones, only to a size.
const TypedPassword = z.string().check(z.minLength(1, { error: 'Type your password.' }), z.maxLength(1024));

export const PersonName = line(80);
export const Role = z.enum(GLOBAL_ROLES, { error: 'Choose one of viewer, responder, admin.' });

const OneTimeSecret = z.string().check(z.minLength(1), z.maxLength(256));

export const Preferences = z.strictObject({
  theme: z._default(z.enum(['system', 'light', 'dark']), 'system'),
  /** Whether single keys (n, h, e ...) act without Ctrl or Cmd. */
  singleKeys: z._default(z.boolean(), true),
  /** Which notices come which way. */
  notices: z._default(NoticePreferences, { channels: {}, quietHours: null }),
  /** While it lasts, nothing pops up and nothing is pushed. */
  quiet: z._default(z.nullable(Quiet), null),
});
export type Preferences = z.output<typeof Preferences>;

export const SetupInput = z.strictObject({ token: OneTimeSecret, name: PersonName, email: Email, password: NewPassword });
export type SetupInput = z.output<typeof SetupInput>;

export const SignInInput = z.object({ email: Email, password: TypedPassword });
export type SignInInput = z.output<typeof SignInInput>;

export const AcceptInvitationInput = z.strictObject({
  token: OneTimeSecret,
  name: PersonName,
  email: Email,
  password: NewPassword,
});
export type AcceptInvitationInput = z.output<typeof AcceptInvitationInput>;

/** `email` binds the invitation to one address; without it whoever has the link may use it, once. */
export const CreateInvitationInput = z.strictObject({ role: Role, email: z._default(z.nullable(Email), null) });
export type CreateInvitationInput = z.output<typeof CreateInvitationInput>;

export const CreateTokenInput = z.strictObject({
  name: line(80),
  scope: z._default(z.enum(['read', 'write'], { error: 'Choose the scope read or write.' }), 'read'),
  expiresAt: z._default(z.nullable(InstantInput), null),
});
export type CreateTokenInput = z.output<typeof CreateTokenInput>;

export const ChangeMemberInput = z
  .strictObject({ role: z.optional(Role), disabled: z.optional(z.boolean()) })
  .check(z.refine((change) => Object.keys(change).length === 1, { error: 'Change one thing at a time: role, or disabled.' }));
export type ChangeMemberInput = z.output<typeof ChangeMemberInput>;

/** What is left out stays as it is. `timeZone: null` follows the browser. */
export const ChangeProfileInput = z.strictObject({
  name: z.optional(PersonName),
  timeZone: z.optional(z.nullable(TimeZone)),
  preferences: z.optional(
    z.strictObject({
      theme: z.optional(z.enum(['system', 'light', 'dark'])),
      singleKeys: z.optional(z.boolean()),
      notices: z.optional(NoticePreferences),
      quiet: z.optional(z.nullable(Quiet)),
    }),
  ),
});
export type ChangeProfileInput = z.output<typeof ChangeProfileInput>;

/** `current` is null only for people who never had a password. */
export const ChangePasswordInput = z.strictObject({ current: z.nullable(TypedPassword), password: NewPassword });
export type ChangePasswordInput = z.output<typeof ChangePasswordInput>;

/** `tokens`: the personal tokens too. */
export const SignOutEverywhereInput = z.strictObject({ tokens: z._default(z.boolean(), false) });
export type SignOutEverywhereInput = z.output<typeof SignOutEverywhereInput>;

export type Account = { id: string; name: string; email: string; role: GlobalRole };

/** Whom work can be given to; with the e-mail address where the name alone does not tell who it is. */
export type Colleague = Person & { alias?: string };

export type Profile = Account & { timeZone: string | null; preferences: Preferences; hasPassword: boolean };

export type Me = { user: Profile; role: GlobalRole; scope: 'read' | 'write' };

export type Member = Account & {
  createdAt: Instant;
  disabledAt: Instant | null;
  lastSeenAt: Instant | null;
  signsInWith: SignInWay[];
};
export type SignInWay = 'password' | 'oidc';

export type SessionSummary = {
  id: string;
  userAgent: string;
  address: string;
  createdAt: Instant;
  lastSeenAt: Instant;
  expiresAt: Instant;
  /** The session that asks. */
  isThis: boolean;
};

export type TokenSummary = {
  id: string;
  name: string;
  /** The first characters, to recognise it by. */
  prefix: string;
  scope: 'read' | 'write';
  createdAt: Instant;
  expiresAt: Instant | null;
  lastUsedAt: Instant | null;
};

/** `token` is shown this once. */
export type CreatedToken = TokenSummary & { token: string };

export type InvitationState = 'open' | 'used' | 'expired' | 'revoked';

export type InvitationSummary = {
  id: string;
  role: GlobalRole;
  email: string | null;
  invitedBy: { id: string; name: string };
  createdAt: Instant;
  expiresAt: Instant;
  state: InvitationState;
  usedBy: { id: string; name: string } | null;
};

/** `token`, and `link` made of it, are shown this once. */
export type CreatedInvitation = InvitationSummary & { token: string; link: string };

/** What the page behind an invitation link may show before anybody has signed in. */
export type OpenInvitation = { role: GlobalRole; email: string | null; invitedBy: string; expiresAt: Instant };

export type SignedOut = { sessions: number; tokens: number };

/** `tokens` is how many personal tokens still work: no password is in them, they stay. */
export type PasswordChanged = { sessionsEnded: number; tokens: number };
