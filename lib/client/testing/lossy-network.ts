import type { IncidentEvent } from '@/lib/core/incident/events';
import type { Reply } from '../http';
import type { Seeded } from './seeded';

const SILENCE = { kind: 'silence', status: null, retryAfterMs: null } as const;

/** How bad a network is: probabilities. */
export type Weather = { lose: number; repeat: number; split: number };

export const STORM: Weather = { lose: 0.15, repeat: 0.15, split: 0.3 };
export const CALM: Weather = { lose: 0, repeat: 0, split: 0 };

type Request = { run: () => Promise<unknown>; answer: (value: unknown) => void };

/**
 * The way between one tab and the server. Nothing moves by itself: requests reach the server when they are served, answers
 * and messages arrive when they are delivered, in any order, and some are lost, repeated or split on the way.
 */
export function lossyNetwork(random: Seeded, weather: () => Weather) {
  let isConnected = false;
  let requests: Request[] = [];
  let arrivals: (() => void)[] = [];
  let unanswered: Request[] = [];

  const takeAny = <T>(some: T[]): T | null => some.splice(random.below(some.length), 1)[0] ?? null;

  /** Null where it was lost, on the way there or back. */
  function carry<T>(run: () => Promise<T>): Promise<T | null> {
    if (!isConnected) return Promise.resolve(null);
    return new Promise((resolve) => {
      const request: Request = { run, answer: (value) => resolve(value as T | null) };
      requests.push(request);
      unanswered.push(request);
    });
  }

  function answer(request: Request, value: unknown): void {
    unanswered = unanswered.filter((other) => other !== request);
    request.answer(value);
  }

  return {
    isConnected: () => isConnected,
    hasRequests: () => requests.length > 0,
    connect: () => void (isConnected = true),
    /** What was under way to the server may still arrive there; nothing comes back. */
    disconnect(): void {
      isConnected = false;
      arrivals = [];
      for (const request of unanswered) answer(request, null);
      requests = requests.filter(() => random.chance(0.5));
    },
    ask: async <T>(run: () => Promise<Reply<T>>): Promise<Reply<T>> => (await carry(run)) ?? SILENCE,
    async emit<T>(run: () => Promise<T>): Promise<T> {
      const value = await carry(run);
      if (value === null) throw new Error('The connection went away.');
      return value;
    },
    /** The server works on one of the requests that are under way to it. */
    async serve(): Promise<void> {
      const request = takeAny(requests);
      if (!request) return;
      if (random.chance(weather().lose)) return answer(request, null);
      const isAnswerLost = random.chance(weather().lose);
      const value = await request.run();
      if (isAnswerLost) answer(request, null);
      else if (unanswered.includes(request)) arrivals.push(() => answer(request, value));
    },
    /** The server tells; whether and when it arrives is another matter. */
    tell(events: IncidentEvent[], hear: (events: IncidentEvent[]) => void): void {
      if (!isConnected) return;
      const { split, lose, repeat } = weather();
      const at = random.chance(split) ? random.below(events.length + 1) : 0;
      for (const part of [events.slice(0, at), events.slice(at)]) {
        if (part.length === 0 || random.chance(lose)) continue;
        const copies = random.chance(repeat) ? 2 : 1;
        for (let n = 0; n < copies; n += 1) arrivals.push(() => hear(part));
      }
    },
    /** One answer or message arrives, any of them; false where none is under way. */
    deliver(): boolean {
      const arrive = takeAny(arrivals);
      arrive?.();
      return arrive !== null;
    },
  };
}

export type LossyNetwork = ReturnType<typeof lossyNetwork>;
