import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import * as z from 'zod/mini';
import { appendEvents } from '@/lib/db/append-events';
import { EVENT_COLUMNS, eventOfRow } from '@/lib/db/event-row';
import { inTransaction } from '@/lib/db/transaction';
import type { CommandAnswer } from '@/lib/contracts/room';
import { fold } from '@/lib/core/incident/apply';
import { issuesOf, type Meta } from '@/lib/core/incident/command';
import { declareIncident } from '@/lib/core/incident/commands/declare-incident';
import { place, READ_ONLY } from '@/lib/core/incident/decide';
import type { Caller } from '@/lib/auth/caller';
import { ServiceError, refused } from '../errors';
import { chain, GENESIS, hashOf } from './chain';
import { effectsOf } from './effects-of';
import { readCommandId, readTime, whileTransient } from './execute';
import type { IncidentDeps } from './incident-deps';
import { readPeople } from './people-in';
import type { StateCache } from './state-cache';
import { SAME_ID } from './take-batch';

export type DeclareRequest = { id: string; input: unknown; at?: string | null };
export type Declared = CommandAnswer & { incidentId: string; key: string; isNew: boolean };

// Declarations wait for one another: numbers have no gaps, and of two with the same id the second sees the first.
const IN_TURN = `SELECT pg_advisory_xact_lock(hashtext('warroom.declare'))`;
const NEXT_NUMBER = `INSERT INTO setting (name, value) VALUES ('incident_number', '1')
  ON CONFLICT (name) DO UPDATE SET value = (setting.value::int + 1)::text RETURNING value`;

async function earlierAnswer(client: PoolClient, caller: Caller, id: string, bodyHash: string): Promise<Declared | null> {
  const { rows } = await client.query('SELECT actor_id, body_hash, incident_id FROM command WHERE id = $1', [id]);
  const [claimed] = rows;
  if (!claimed) return null;
  if (claimed.actor_id !== caller.actor.userId || claimed.body_hash !== bodyHash) throw new ServiceError('mismatch', SAME_ID);
  const first = await client.query(`SELECT ${EVENT_COLUMNS} FROM event WHERE incident_id = $1 AND seq = 1`, [
    claimed.incident_id,
  ]);
  const [event] = first.rows.map(eventOfRow);
  if (event?.type !== 'incident.declared') throw new ServiceError('mismatch', SAME_ID);
  return { incidentId: event.incidentId, key: event.data.key, events: [event], seq: 1, isNew: false };
}

/** Declares an incident: its number, its first event and its row in one transaction. The incident's id is the command's. */
export function createDeclare(deps: IncidentDeps, cache: StateCache) {
  return async (caller: Caller, request: DeclareRequest): Promise<Declared> => {
    const id = readCommandId(request.id);
    const at = readTime(request.at);
    const bodyHash = hashOf([declareIncident.name, request.input, request.at ?? null]);
    const parsed = z.safeParse(declareIncident.input, request.input);
    if (!parsed.success) {
      const issues = issuesOf(parsed.error);
      throw new ServiceError('invalid', issues[0]?.message ?? 'This is no declaration.', { issues });
    }
    if (caller.actor.scope === 'read') throw new ServiceError('forbidden', READ_ONLY);

    const declared = await whileTransient(() =>
      inTransaction(deps.pool, async (client) => {
        await client.query(IN_TURN);
        const earlier = await earlierAnswer(client, caller, id, bodyHash);
        if (earlier) return earlier;
        const people = await readPeople(client, [caller.actor.userId]);
        const present = people.get(caller.actor.userId);
        if (!present) throw new ServiceError('unauthenticated', 'Your account was switched off. Ask an administrator.');
        const actor = { ...caller.actor, name: present.name, role: present.role };
        const forbidden = declareIncident.may(actor);
        if (forbidden) throw new ServiceError('forbidden', forbidden);
        const now = deps.clock().toISOString();
        const meta: Meta = {
          commandId: id as never,
          actor,
          now,
          at: at?.at ?? now,
          person: (userId) => people.get(userId) ?? null,
          component: () => null,
          body: null,
        };
        const { rows } = await client.query(NEXT_NUMBER);
        const key = `INC-${rows[0].value}`;
        const decision = declareIncident.decide(parsed.data, meta, { incidentId: id as never, key });
        if (!decision.ok) throw refused(decision);
        const placed = place(decision.facts, {
          incidentId: id as never,
          after: 0,
          meta,
          offsetMin: at?.offsetMin ?? 0,
          eventId: () => uuidv7(),
        });
        const events = chain(GENESIS, placed);
        const state = fold(events.map(({ event }) => event));
        if (!state) throw new RangeError('A declaration without an event.');
        const headHash = events.at(-1)?.event.hash ?? GENESIS;
        const commands = [
          {
            id,
            incident_id: id,
            actor_id: actor.userId,
            name: declareIncident.name,
            body_hash: bodyHash,
            first_seq: 1,
            last_seq: state.seq,
            taken_at: now,
          },
        ];
        const declared = events.map(({ event }) => event);
        const effects = effectsOf(state, declared, deps.hasWebhook);
        await appendEvents(client, { state, headHash, events, commands, effects });
        cache.remember(id, { state, headHash });
        return { incidentId: id, key, events: declared, seq: state.seq, isNew: true };
      }),
    );
    if (declared.isNew) setImmediate(() => deps.published({ incidentId: declared.incidentId, events: declared.events }));
    return declared;
  };
}
