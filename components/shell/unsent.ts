/** How many commands of this person wait on this device; 0 when the browser keeps none. [O5] */
export async function countUnsent(userId: string): Promise<number> {
  try {
    const { createDatabaseStorage } = await import('@/lib/client/outbox-database');
    return (await createDatabaseStorage().all(userId)).length;
  } catch {
    return 0;
  }
}
