import type { Subscriber } from '@/lib/db/generated/client';
import type { Caller } from '@/lib/auth/caller';
import { mustBeAdmin } from '../people/may';
import { csvLine } from './csv';
import { stateOf } from './own-subscriber';
import type { SubscribersParts } from './subscribers-deps';

const PAGE = 1_000;
const iso = (date: Date | null) => date?.toISOString() ?? '';

/** Every subscriber as CSV, oldest first. Administrators only, and it is written down who did. */
export const exportSubscribers =
  ({ prisma, clock }: SubscribersParts) =>
  async (caller: Caller): Promise<string> => {
    mustBeAdmin(caller);
    const lines = [csvLine(['kind', 'address', 'state', 'components', 'created', 'confirmed', 'ended'])];
    const components = await prisma.component.findMany({ select: { id: true, name: true } });
    const names = new Map(components.map(({ id, name }) => [id, name]));
    for (let after: string | null = '00000000-0000-0000-0000-000000000000'; after !== null;) {
      const rows: Subscriber[] = await prisma.subscriber.findMany({
        where: { id: { gt: after } },
        orderBy: { id: 'asc' },
        take: PAGE,
      });
      for (const row of rows) {
        const chosen = row.componentIds.map((id) => names.get(id) ?? id).join('; ');
        const times = [iso(row.createdAt), iso(row.confirmedAt), iso(row.endedAt)];
        lines.push(csvLine([row.kind, row.address, stateOf(row), chosen, ...times]));
      }
      after = rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null;
    }
    const audit = { at: clock(), actorId: caller.actor.userId, action: 'subscribers.exported', subject: 'subscribers' };
    await prisma.auditEntry.create({ data: { ...audit, detail: { count: lines.length - 1 } } });
    return lines.join('');
  };
