import { uuidv7 } from 'uuidv7';
import { openDatabase, type Database } from '@/lib/db/database';
import { createServices, type Services, type ServicesDeps } from '@/lib/services/services';
import { addPeople, type Somebody } from './people';

export type BenchServices = {
  db: Database;
  services: Services;
  people: Somebody[];
  /** A new incident declared by the first person. */
  declare: (title?: string) => Promise<{ id: string; key: string }>;
  another: (overrides?: Partial<ServicesDeps>) => Services;
  close: () => Promise<void>;
};

/** Services on a database, in this process, with some people. */
export async function benchServices(
  databaseUrl: string,
  count = 1,
  overrides: Partial<ServicesDeps> = {},
): Promise<BenchServices> {
  const db = await openDatabase(databaseUrl);
  const deps: ServicesDeps = {
    ...{ pool: db.pool, prisma: db.prisma, epoch: db.epoch, clock: () => new Date(), hasWebhook: false },
    ...{ secret: 'a secret for measuring', setupToken: null, published: () => undefined },
    ...{ publicUrl: 'http://localhost:3000', dataFolder: '/nowhere/data' },
    ...overrides,
  };
  const services = createServices(deps);
  const people = await addPeople(db.pool, count);
  return {
    ...{ db, services, people },
    async declare(title = 'Orders answer 500') {
      const caller = people[0]?.caller;
      if (!caller) throw new RangeError('Nobody is there to declare it.');
      const { incidentId, key } = await services.incidents.declare(caller, { id: uuidv7(), input: { title } });
      return { id: incidentId, key };
    },
    another: (more = {}) => createServices({ ...deps, ...more }),
    close: () => db.close(),
  };
}
