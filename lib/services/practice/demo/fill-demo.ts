import { randomBytes } from 'node:crypto';
import type { Database } from '@/lib/db/database';
import { ServiceError } from '../../errors';
import { createServices } from '../../services';
import { redisOom } from '../recordings/redis-oom';
import { addSubscribers } from './add-subscribers';
import { badImport } from './bad-import';
import { makePage } from './make-page';
import { makePeople } from './make-people';
import { ordersSlow } from './orders-slow';
import { tellPastStates } from './past-states';
import { paymentsLate } from './payments-late';
import { planWork } from './plan-work';
import { playStory } from './play-story';
import type { Cast } from './story';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const COUNTS = `SELECT (SELECT count(*)::int FROM "user") AS people,
  (SELECT count(*)::int FROM incident WHERE NOT is_practice) AS incidents,
  (SELECT count(*)::int FROM incident WHERE is_practice) AS practice`;

async function mustBeEmpty({ pool }: Pick<Database, 'pool'>): Promise<void> {
  const { rows } = await pool.query<Record<'people' | 'incidents' | 'practice', number>>(COUNTS);
  const { people = 0, incidents = 0, practice = 0 } = rows[0] ?? {};
  if (people + incidents + practice === 0) return;
  throw new ServiceError(
    'conflict',
    `only an empty database is filled, and this one holds ${people} accounts, ${incidents} incidents and ${practice} practice rooms. Nothing was changed. Set WARROOM_DATA to a new folder, or DATABASE_URL to a new database.`,
  );
}

type Filling = {
  /** The password of every account that is made. */
  password: string;
  now: Date;
};

/**
 * Fills an empty database: five accounts, an open invitation, a status page with the weeks before and its subscribers, a
 * running incident, a private one, one that is over, and a practice room. Goes through the verbs that people use, but for the
 * subscribers. Throws `conflict` where anything is there already.
 */
export async function fillDemo(database: Pick<Database, 'pool' | 'prisma' | 'epoch'>, { password, now }: Filling): Promise<void> {
  await mustBeEmpty(database);
  let clock = new Date(now.getTime() - 42 * DAY_MS);
  const setClock = (at: Date) => (clock = at);
  const { pool, prisma, epoch } = database;
  const [setupToken, secret] = [randomBytes(16).toString('hex'), randomBytes(16).toString('hex')];
  const quiet = { published: () => undefined, hasWebhook: false, publicUrl: 'http://localhost:3000', dataFolder: '/' };
  const services = createServices({ ...{ pool, prisma, epoch, secret, setupToken, clock: () => clock }, ...quiet });
  const callers = await makePeople({ people: services.people, setupToken, password });
  const cast = Object.fromEntries(Object.entries(callers).map(([who, { actor }]) => [who, String(actor.userId)])) as Cast;
  const stage = { services, callers, now, setClock };
  const components = await makePage(stage);
  await tellPastStates(stage, components);
  await planWork(stage, components);
  const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * MINUTE_MS).toISOString();
  const scene = { cast, components, inMinutes };
  for (const story of [paymentsLate, badImport, ordersSlow]) await playStory(stage, story(scene));
  setClock(now);
  await services.people.createInvitation(callers.sofia, { role: 'responder', email: 'noor@demo.example' });
  await services.incidents.playRecording(callers.sofia, redisOom);
  await addSubscribers(database, components);
}
