import { createHash } from 'node:crypto';

const names = new Map<string, string>();

/**
 * A statement that Postgres plans once for each connection instead of each time. Only for texts of which there are few:
 * each keeps its plan for as long as its connection lives.
 */
export function prepared(text: string, values: unknown[]): { name: string; text: string; values: unknown[] } {
  const known = names.get(text);
  const name = known ?? createHash('sha256').update(text).digest('hex').slice(0, 32);
  if (!known) names.set(text, name);
  return { name, text, values };
}
