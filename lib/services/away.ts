import { isTimeout, isTransient } from '@/lib/db/transaction';

// Prisma's codes for a database that cannot be reached, closed the connection, or was too busy to begin or to wait.
const PRISMA_AWAY = new Set(['P1000', 'P1001', 'P1002', 'P1008', 'P1011', 'P1017', 'P2024', 'P2028', 'P2034', 'P2037']);

const causesOf = (error: unknown): unknown[] => {
  const causes: unknown[] = [];
  for (let one = error; one instanceof Error && causes.length < 5; one = one.cause) causes.push(one);
  return causes;
};

/** Whether something failed because the database was away or too busy, and not because of what was asked. */
export const isAway = (error: unknown): boolean =>
  causesOf(error).some((one) => isTransient(one) || isTimeout(one) || PRISMA_AWAY.has(String((one as { code?: unknown }).code)));
