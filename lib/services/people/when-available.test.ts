import { PrismaPg } from '@prisma/adapter-pg';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { openPool } from '@/lib/db/pool';
import { PrismaClient } from '@/lib/db/generated/client';
import { createPeople, type People } from './people';
import { CLIENT, refusalOf } from './testing/test-people';

let hangsUp: Server;
beforeAll(async () => {
  hangsUp = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => hangsUp.listen(0, '127.0.0.1', resolve));
});
afterAll(() => void hangsUp.close());

function peopleAt(port: number): { people: People; close: () => Promise<void> } {
  const pool = openPool(`postgresql://warroom@127.0.0.1:${port}/warroom`);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const people = createPeople({ pool, prisma, secret: 'a secret', clock: () => new Date(), setupToken: 'a token' });
  return { people, close: () => prisma.$disconnect().then(() => pool.end()) };
}

describe('without a database', () => {
  it.each(['nothing listens', 'the other side hangs up'])(
    'nobody is anybody, and everybody is told to come back: %s',
    async (how) => {
      const { people, close } = peopleAt(how === 'nothing listens' ? 1 : (hangsUp.address() as AddressInfo).port);
      const asked = [
        people.callerOfSession(uuidv7()),
        people.callerOfToken(`wr_${'A'.repeat(43)}`),
        people.needsSetup(),
        people.directory(),
        people.readInvitation('a token'),
        people.signIn({ email: 'ana@example.org', password: 'a few quiet words', ...CLIENT }),
        people.setup({ token: 'a token', name: 'Ana', email: 'ana@example.org', password: 'a few quiet words' }),
      ];
      expect(await Promise.all(asked.map(refusalOf))).toEqual(asked.map(() => 'unavailable'));
      await close();
    },
  );
});
