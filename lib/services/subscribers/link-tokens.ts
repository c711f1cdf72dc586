import { createHmac } from 'node:crypto';
import { sameSecret } from '../people/opaque-secret';

const CONFIRM_MS = 72 * 3_600_000;

const idText = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');

function idOf(text: string): string | null {
  const hex = Buffer.from(text, 'base64url').toString('hex');
  return hex.length === 32 ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : null;
}

const sign = (purpose: string, words: string, secret: string) =>
  createHmac('sha256', secret).update(`warroom.subscriber.${purpose}:${words}`).digest('base64url');

/**
 * The token of the link by which a subscription is looked at and ended. It is made from the secret of the installation
 * whenever a mail needs it, so that no table, queue or back-up holds one.
 */
export const manageToken = (id: string, secret: string): string => `${idText(id)}.${sign('manage', id, secret)}`;

/** The subscriber that a token says it is for; whether it is genuine is for `isManageToken` to say. */
export const subscriberIn = (token: string): string | null => idOf(token.split('.')[0] ?? '');

export const isManageToken = (token: string, id: string, secret: string): boolean => sameSecret(token, manageToken(id, secret));

/** The token of the link that confirms an address, within 72 hours. */
export function confirmToken(id: string, at: Date, secret: string): string {
  const words = `${idText(id)}.${at.getTime().toString(36)}`;
  return `${words}.${sign('confirm', words, secret)}`;
}

/** Whom a token confirms, and whether it is too old by now; null where we never made it. */
export function readConfirmToken(token: string, now: Date, secret: string): { id: string; isOver: boolean } | null {
  const [who = '', at = '', signature = ''] = token.split('.');
  const id = idOf(who);
  if (id === null || !sameSecret(signature, sign('confirm', `${who}.${at}`, secret))) return null;
  return { id, isOver: now.getTime() - Number.parseInt(at, 36) >= CONFIRM_MS };
}
