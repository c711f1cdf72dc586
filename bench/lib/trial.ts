import { setTimeout as wait } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import { judge, type Verdict } from './ledger-oracle';
import { monotonicMs } from './monotonic';
import { addPeople } from './people';
import { post } from './post';
import { roomClient, type RoomClient } from './room-client';
import { openTrialPool } from './open-pool';

export type Trial = {
  clients: RoomClient[];
  acknowledged: () => number;
  /** Waits until `count` more commands were acknowledged, or throws after `patienceMs`. */
  untilAcknowledged: (count: number, patienceMs: number) => Promise<void>;
  /** Requests that nobody has answered yet. */
  underWay: () => number;
  /** Lets everybody finish and catch up, then holds what they kept against the database. */
  end: () => Promise<Verdict>;
};

type Options = { appUrl: string; databaseUrl: string; clients: number; pauseMs: () => number };

const CATCH_UP_MS = 20_000;
const STEP_MS = 5;

/** People who write into one incident and read along, over the real HTTP API and sockets. */
export async function startTrial({ appUrl, databaseUrl, clients: count, pauseMs }: Options): Promise<Trial> {
  const pool = openTrialPool(databaseUrl);
  const people = await addPeople(pool, count).finally(() => pool.end());
  const headers = { authorization: `Bearer ${people[0]?.token}` };
  const incidentId = uuidv7();
  const { status, text } = await post(`${appUrl}/api/v1/incidents`, { id: incidentId, title: 'Orders answer 500' }, headers);
  if (status !== 201) throw new Error(`Declaring was answered with ${status}: ${text.slice(0, 300)}`);
  const clients = people.map(({ token, name }) => roomClient({ url: appUrl, token, incident: incidentId, name, pauseMs }));
  for (const client of clients) client.start();
  const acknowledged = () => clients.reduce((sum, { kept }) => sum + kept.acknowledged.length, 0);

  const underWay = () => clients.reduce((sum, client) => sum + client.underWay(), 0);

  async function head(): Promise<number> {
    const asking = openTrialPool(databaseUrl);
    const { rows } = await asking.query('SELECT seq FROM incident WHERE id = $1', [incidentId]).finally(() => asking.end());
    return rows[0].seq;
  }

  return {
    clients,
    acknowledged,
    async untilAcknowledged(more, patienceMs) {
      const wanted = acknowledged() + more;
      const until = monotonicMs() + patienceMs;
      while (acknowledged() < wanted) {
        if (monotonicMs() > until) {
          const last = clients
            .map(({ kept }) => `${kept.name}: ${kept.lastAnswer}, faults: ${kept.faults.join('; ') || 'none'}`)
            .join('\n');
          throw new Error(
            `${acknowledged() + more - wanted} of ${more} were acknowledged in ${patienceMs / 1000} s. ${underWay()} wait.\n${last}`,
          );
        }
        await wait(STEP_MS);
      }
    },
    underWay,
    async end() {
      await Promise.all(clients.map((client) => client.finish()));
      const last = await head();
      const until = monotonicMs() + CATCH_UP_MS;
      while (clients.some(({ kept }) => kept.applied.length < last) && monotonicMs() < until) await wait(STEP_MS);
      for (const client of clients) client.close();
      const judging = openTrialPool(databaseUrl);
      return judge(
        judging,
        incidentId,
        clients.map(({ kept }) => kept),
      ).finally(() => judging.end());
    },
  };
}
