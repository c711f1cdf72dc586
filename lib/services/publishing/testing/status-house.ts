import { uuidv7 } from 'uuidv7';
import type { Caller } from '@/lib/auth/caller';
import type { ComponentState } from '@/lib/core/status/component-state';
import type { Database } from '@/lib/db/database';
import type { Services } from '../../services';

type Options = { isPublic?: boolean; groupId?: string | null; position?: number; createdAt?: Date };

/** A component as Settings would make it; answers its id. */
export async function addComponent({ prisma }: Pick<Database, 'prisma'>, name: string, options: Options = {}): Promise<string> {
  const id = uuidv7();
  const { isPublic = true, groupId = null, position = 0, createdAt = new Date('2026-01-01T00:00:00Z') } = options;
  await prisma.component.create({ data: { id, name, isPublic, groupId, position, createdAt } });
  return id;
}

/** What Settings writes with every change. */
export const tellPage = ({ pool }: Pick<Database, 'pool'>, type = 'component.changed') =>
  pool.query(`INSERT INTO effect (kind, payload) VALUES ('status', $1)`, [{ eventId: uuidv7(), type, updateId: null }]);

/** The settings of the page as Settings keeps them. */
export const setPage = ({ pool }: Pick<Database, 'pool'>, settings: object) =>
  pool.query(
    `INSERT INTO setting (name, value) VALUES ('status_page', $1) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    [JSON.stringify(settings)],
  );

type Said = {
  phase?: 'investigating' | 'identified' | 'monitoring' | 'resolved' | null;
  audience?: 'public' | 'stakeholders' | 'team';
  title?: string | null;
  components?: Record<string, ComponentState>;
};

/** Posts an update as a person in the room does; answers its id. */
export async function say(services: Services, caller: Caller, incident: string, text: string, said: Said = {}): Promise<string> {
  const id = uuidv7();
  const { audience = 'public', title = audience === 'public' ? 'Orders fail' : null, components = {} } = said;
  const phase = said.phase === undefined ? 'investigating' : said.phase;
  const named = Object.entries(components).map(([componentId, state]) => ({ componentId, state }));
  const input = { audience, phase, text, title, components: named, nextUpdateAt: null };
  await services.incidents.execute(caller, { incident, id, name: 'update.post', input });
  return id;
}

/** Any command of a person in the room. */
export const act = (services: Services, caller: Caller, incident: string, name: string, input: object) =>
  services.incidents.execute(caller, { incident, id: uuidv7(), name, input });
