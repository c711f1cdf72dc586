import { ServiceError } from '@/lib/services/errors';
import type { ApiContext } from './api-env';
import type { Declaration } from './route';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses changes that another site's page asks for in somebody's name. A browser always names its origin on a change;
 * a program with a token has none and needs none. Routes that are declared to be open from anywhere are passed by.
 */
export function guardOrigin(c: ApiContext, allowedOrigins: readonly string[], declared: readonly Declaration[]): void {
  const { method, path } = c.req;
  if (SAFE.has(method)) return;
  if (declared.some((one) => one.fromAnywhere && one.path === path && one.method === method.toLowerCase())) return;
  const origin = c.req.header('origin');
  const isToken = c.req.header('authorization') !== undefined;
  if (origin === undefined ? isToken || c.req.header('cookie') === undefined : allowedOrigins.includes(origin)) return;
  throw new ServiceError('forbidden', 'This request comes from another site. Open Warroom at its own address and try again.');
}
