import type { RoomUi } from './room-ui';

/** What others are told that this person looks at: `id`, or `id:confirm` while the form for it is open. */
export function focusOf({ card, selected }: Pick<RoomUi, 'card' | 'selected'>): string | null {
  if (card) return `${card.hypothesisId}:${card.form}`;
  return selected?.kind === 'hypothesis' ? selected.id : null;
}

/** The same, taken apart. */
export function readFocus(focus: string | null): { id: string | null; form: string | null } {
  const [id = null, form = null] = focus?.split(':') ?? [];
  return { id, form };
}
