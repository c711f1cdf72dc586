import * as z from 'zod/mini';
import { HOOK_EVENTS, type HookEvent } from '@/lib/core/hooks/hook-news';
import { HOOK_SHAPES, type HookShape } from '@/lib/core/hooks/shape';
import type { Instant } from '@/lib/core/ids';
import { line } from '@/lib/core/text';

function isHookAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}

const HookUrl = z
  .string({ error: 'Give the address that messages go to.' })
  .check(
    z.trim(),
    z.maxLength(2000, { error: 'An address has at most 2,000 characters.' }),
    z.refine(isHookAddress, { error: 'Give a web address such as https://hooks.example.com/warroom, without a password in it.' }),
  );

const Events = z
  .array(z.enum(HOOK_EVENTS))
  .check(z.minLength(1, { error: 'Choose at least one thing to be told of.' }), z.maxLength(HOOK_EVENTS.length));
const Shape = z.enum(HOOK_SHAPES, { error: `Choose one of ${HOOK_SHAPES.join(', ')}.` });

export const CreateHookInput = z.strictObject({ name: line(80), url: HookUrl, shape: Shape, events: Events });
export type CreateHookInput = z.output<typeof CreateHookInput>;

/** What is left out stays as it is. */
export const ChangeHookInput = z.strictObject({
  name: z.optional(line(80)),
  url: z.optional(HookUrl),
  shape: z.optional(Shape),
  events: z.optional(Events),
  isEnabled: z.optional(z.boolean()),
});
export type ChangeHookInput = z.output<typeof ChangeHookInput>;

/** `address` names the receiver without the part that lets anybody write there. */
export type HookSummary = {
  id: string;
  name: string;
  address: string;
  shape: HookShape;
  events: HookEvent[];
  isEnabled: boolean;
  createdAt: Instant;
};

/** `secret` signs the messages and is shown this once; null for the shape of a chat, which reads no signature. */
export type CreatedHook = HookSummary & { secret: string | null };

export type HookDelivery = {
  id: string;
  /** What it tells: `INC-7 SEV1 · declared`. */
  about: string;
  createdAt: Instant;
  state: 'waiting' | 'sent' | 'given up';
  attempts: number;
  /** What the receiver said last. */
  answer: string | null;
  error: string | null;
};
