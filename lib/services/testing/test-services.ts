import { uuidv7 } from 'uuidv7';
import type { Caller } from '@/lib/auth/caller';
import { testDatabase, type TestDatabase } from '@/lib/db/testing/test-database';
import type { GlobalRole } from '@/lib/core/incident/state';
import type { Published } from '../incident/incident-deps';
import { createServices, type Services, type ServicesDeps } from '../services';

export type TestServices = {
  db: TestDatabase;
  services: Services;
  published: Published[];
  /** A new person with a role everywhere, as a caller of the web. */
  person: (role: GlobalRole, name?: string) => Promise<Caller>;
  /** A new incident declared by `caller`; answers its key. */
  declare: (caller: Caller, input?: object) => Promise<string>;
  /** Another set of services over the same database: a second process. */
  another: (overrides?: Partial<ServicesDeps>) => Services;
  close: () => Promise<void>;
};

/** Real services on a fresh, real database. */
export async function testServices(overrides: Partial<ServicesDeps> = {}): Promise<TestServices> {
  const db = await testDatabase();
  const published: Published[] = [];
  const deps: ServicesDeps = {
    ...{ pool: db.pool, prisma: db.prisma, epoch: db.epoch, clock: () => new Date(), hasWebhook: false },
    ...{ secret: 'a secret for tests', setupToken: null, published: (message) => published.push(message) },
    ...{ publicUrl: 'http://localhost:3000', dataFolder: '/nowhere/data' },
    ...overrides,
  };
  const services = createServices(deps);
  return {
    ...{ db, services, published },
    async person(role, name = `A ${role}`) {
      const userId = uuidv7();
      await db.prisma.user.create({ data: { id: userId, email: `${userId}@example.org`, name, role } });
      return { actor: { userId: userId as never, name, role, via: 'web', scope: 'write' }, sessionId: uuidv7(), tokenId: null };
    },
    async declare(caller, input = { title: 'Orders answer 500' }) {
      return (await services.incidents.declare(caller, { id: uuidv7(), input })).key;
    },
    another: (more = {}) => createServices({ ...deps, ...more }),
    close: () => db.close(),
  };
}
