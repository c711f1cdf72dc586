import type { OutboxItem } from '@/lib/client/room-view';
import { commands } from '@/lib/core/incident/registry';

const FIELDS = ['text', 'statement', 'because', 'why', 'title', 'summary', 'note', 'outcome'] as const;

const said = (input: unknown, field: string): string | null => {
  const value = typeof input === 'object' && input !== null ? (input as Record<string, unknown>)[field] : null;
  return typeof value === 'string' && value !== '' ? value : null;
};

/** Which field of a command holds what somebody wrote, or null. */
export const wordsFieldOf = ({ input }: Pick<OutboxItem, 'input'>) => FIELDS.find((field) => said(input, field) !== null) ?? null;

/** What a waiting command is, in words. */
export function outboxWords({ name, input }: Pick<OutboxItem, 'name' | 'input'>): { title: string; text: string | null } {
  const title = commands.find((command) => command.name === name)?.title ?? name;
  const ref = ['hypothesis', 'evidence', 'task'].map((field) => said(input, field)).find((found) => found && found.length < 9);
  const field = wordsFieldOf({ input });
  return { title: ref ? `${title} (${ref})` : title, text: field && said(input, field) };
}
