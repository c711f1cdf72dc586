import { uuidv7 } from 'uuidv7';
import type { Database } from '@/lib/db/database';
import { hashOfSecret, opaqueSecret } from '../../people/opaque-secret';
import type { ComponentIds, ComponentName } from './demo-components';

/** Of which components each wants to hear; none for all. No mail arrives anywhere below `example`. */
const SUBSCRIBERS: { address: string; wants: ComponentName[] }[] = [
  { address: 'press@reader.example', wants: [] },
  { address: 'ops@partner-eu.example', wants: ['partnerApi', 'imports'] },
  { address: 'it@wholesale.example', wants: ['orders', 'payments'] },
  { address: 'shift-lead@call-centre.example', wants: ['orders'] },
];

/**
 * Writes down some who subscribed. Not through the verb, which queues a mail to each. They subscribe now by the clock of the
 * database, after all that the demo announces: even with a mail server none of that is told to them.
 */
export async function addSubscribers({ prisma }: Pick<Database, 'prisma'>, ids: ComponentIds): Promise<void> {
  const [clock] = await prisma.$queryRaw<{ at: Date }[]>`SELECT clock_timestamp() AS at`;
  if (!clock) throw new RangeError('A database without a clock.');
  const data = SUBSCRIBERS.map(({ address, wants }) => ({
    ...{ id: uuidv7(), kind: 'mail', address, tokenHash: hashOfSecret(opaqueSecret('')) },
    ...{ componentIds: wants.map((name) => ids[name]), createdAt: clock.at, confirmedAt: clock.at },
  }));
  await prisma.subscriber.createMany({ data });
}
