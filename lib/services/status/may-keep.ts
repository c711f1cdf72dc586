import type { Caller } from '@/lib/auth/caller';
import { ServiceError } from '../errors';
import { lockActive, mustWrite } from '../people/may';
import type { Tx } from './status-deps';

/** Who may: administrators what the page is made of, responders what happens on it. */
export type Keeper = 'admin' | 'responder';

const REFUSAL: Record<Keeper, string> = {
  admin: 'Only administrators change what the status page is made of. Ask one of them; they are listed under Settings, Members.',
  responder: 'You are here as a viewer. The status page is kept by responders and administrators; ask one of them.',
};

const isEnough = (role: string, keeper: Keeper) => role === 'admin' || (keeper === 'responder' && role === 'responder');

/** Refuses whoever may not read how the page is kept. */
export function mayRead({ actor }: Caller, keeper: Keeper): void {
  if (!isEnough(actor.role, keeper)) throw new ServiceError('forbidden', REFUSAL[keeper]);
}

/** Refuses whoever may not change it at this very moment. */
export async function mayChange(tx: Tx, caller: Caller, keeper: Keeper): Promise<void> {
  mustWrite(caller);
  mayRead(caller, keeper);
  if (!isEnough(await lockActive(tx, caller.actor.userId), keeper)) throw new ServiceError('forbidden', REFUSAL[keeper]);
}
