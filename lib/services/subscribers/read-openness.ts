import type { ClientBase, Pool } from 'pg';
import { readPageFacts } from '../publishing/read-page-facts';

/** How the status page is called, and whether everybody may see it. */
export async function readOpenness(db: Pool | ClientBase): Promise<{ name: string; isPublic: boolean }> {
  const { name, visibility } = await readPageFacts(db);
  return { name, isPublic: visibility === 'public' };
}
