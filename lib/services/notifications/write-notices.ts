import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import { hrefOf } from '@/lib/contracts/notices';
import type { IncidentState } from '@/lib/core/incident/state';
import { noticeText, type Notice } from '@/lib/core/notices/notice';
import { channelsFor } from '@/lib/core/notices/preferences';
import { isQuiet } from '@/lib/core/notices/quiet';
import { enqueueDeliveries, type NewDelivery } from '../delivery/enqueue-deliveries';
import type { MailPayload, PushPayload } from '../delivery/payloads';
import type { NoticeDeps } from './notice-deps';
import type { ReachablePerson } from './reachable-people';

type Addressed = { notice: Notice; person: ReachablePerson };

const INSERT = `INSERT INTO notification (id, user_id, incident_id, kind, dedup_key, data, created_at)
  SELECT id, user_id, incident_id, kind, dedup_key, data, $2 FROM jsonb_to_recordset($1::jsonb) AS one
    (id uuid, user_id uuid, incident_id uuid, kind text, dedup_key text, data jsonb)
  ON CONFLICT (dedup_key) DO NOTHING RETURNING user_id AS "userId"`;

const wants = ({ notice, person }: Addressed, channel: 'app' | 'mail' | 'push') =>
  channelsFor(person.preferences.notices, notice.kind).includes(channel);

async function writeRows(client: PoolClient, addressed: readonly Addressed[], now: Date): Promise<string[]> {
  const rows = addressed
    .filter((one) => wants(one, 'app'))
    .map(({ notice: { userId, incidentId, kind, dedupKey, seq, by, ref, what } }) => ({
      ...{ id: uuidv7(), user_id: userId, incident_id: incidentId, kind, dedup_key: dedupKey },
      data: { seq, by, ref, what },
    }));
  if (rows.length === 0) return [];
  const written = await client.query<{ userId: string }>(INSERT, [JSON.stringify(rows), now]);
  return [...new Set(written.rows.map(({ userId }) => userId))];
}

/** The incident as it may be named outside of it: what is private has no title there. */
const nameOf = ({ key, title, isPrivate }: IncidentState) => (isPrivate ? key : `${key} ${title}`);

function mailTo({ notice, person }: Addressed, state: IncidentState, publicUrl: string): MailPayload {
  const link = `${publicUrl}${hrefOf({ ...notice, incident: state })}`;
  const settings = `${publicUrl}/settings/notifications`;
  const lines = [`${noticeText(notice)} in ${nameOf(state)}.`, link, `What you get by mail is yours to choose: ${settings}`];
  return {
    ...{ to: person.email, subject: `${state.key}: ${noticeText(notice)}`, text: `${lines.join('\n\n')}\n`, html: null },
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}

const toUser = ({ notice }: Addressed, more: Pick<NewDelivery, 'channel' | 'payload'>, suffix: string): NewDelivery => ({
  ...{ dedupKey: `${notice.dedupKey}:${suffix}`, targetKind: 'user', targetId: notice.userId },
  ...{ incidentId: notice.incidentId, ...more },
});

async function pushes(client: PoolClient, addressed: readonly Addressed[], state: IncidentState): Promise<NewDelivery[]> {
  const users = addressed.map(({ notice }) => notice.userId);
  if (users.length === 0) return [];
  const sql = 'SELECT id, user_id AS "userId" FROM push_subscription WHERE user_id = ANY($1::uuid[]) AND failed_at IS NULL';
  const { rows } = await client.query<{ id: string; userId: string }>(sql, [users]);
  return addressed.flatMap((one) =>
    rows
      .filter(({ userId }) => userId === one.notice.userId)
      .map(({ id }) => {
        const url = hrefOf({ ...one.notice, incident: state });
        const said = { title: nameOf(state), text: noticeText(one.notice), url, tag: one.notice.dedupKey };
        const payload: PushPayload = { subscriptionId: id, ...said };
        return toUser(one, { channel: 'push', payload }, `push:${id}`);
      }),
  );
}

/**
 * Writes notices down and queues their mails and push messages as each person wants them; the same again changes nothing.
 * Runs in the caller's transaction; answers whose list in the application got longer.
 */
export async function writeNotices(
  client: PoolClient,
  deps: NoticeDeps,
  { state, notices, people }: { state: IncidentState; notices: readonly Notice[]; people: readonly ReachablePerson[] },
): Promise<string[]> {
  const now = deps.clock();
  const byId = new Map<string, ReachablePerson>(people.map((one) => [one.userId, one]));
  const addressed = notices.flatMap((notice) => {
    const person = byId.get(notice.userId);
    return person ? [{ notice, person }] : [];
  });
  const told = await writeRows(client, addressed, now);
  const mails = deps.hasMail
    ? addressed
        .filter((one) => wants(one, 'mail'))
        .map((one) => toUser(one, { channel: 'mail', payload: mailTo(one, state, deps.publicUrl) }, 'mail'))
    : [];
  const awake = addressed.filter(({ person: { preferences } }) => {
    const { quiet, notices: chosen } = preferences;
    return !isQuiet({ quiet, quietHours: chosen.quietHours }, now.getTime());
  });
  const pushed =
    deps.pushKey === null
      ? []
      : await pushes(
          client,
          awake.filter((one) => wants(one, 'push')),
          state,
        );
  await enqueueDeliveries(client, [...mails, ...pushed], now);
  return told;
}
