import type { Step } from '../recording';
import { ordersTold } from './orders-told';
import type { Cast, Scene, Story } from './story';

const triage = ({ idris, hanna, kenji, claire }: Cast): Step[] => [
  { at: '00:09', by: 'sofia', name: 'command.take', input: {} },
  {
    ...{ at: '00:21', happenedAt: '-01:00', by: 'sofia', name: 'log.write' },
    input: { text: 'Alert fired: ShopDbPoolSaturated, ShopHighErrorRate, ShopHighLatencyP99' },
  },
  {
    ...{ at: '00:44', happenedAt: '-04:36', by: 'idris', name: 'log.write' },
    input: { text: 'Deploy: shop v2.4.0 (release-bot), search by payment reference for the support console' },
  },
  {
    ...{ at: '01:12', by: 'hanna', name: 'log.write' },
    input: { text: 'Impact: p99 9.1 s (87 ms before the deploy), 76 % of requests answer 5xx, every customer and region' },
  },
  { at: '01:25', by: 'sofia', name: 'incident.set-severity', input: { severity: 'SEV1' } },
  { at: '01:31', by: 'sofia', name: 'role.assign', input: { userId: kenji, role: 'scribe' } },
  { at: '01:36', by: 'sofia', name: 'role.assign', input: { userId: hanna, role: 'deputy' } },
  { at: '01:40', by: 'sofia', name: 'role.assign', input: { userId: idris, role: 'responder' } },
  { at: '01:44', by: 'sofia', name: 'role.assign', input: { userId: claire, role: 'observer' } },
  {
    ...{ at: '02:10', by: 'kenji', name: 'evidence.add', file: 'nginx-status-count.txt' },
    input: { title: '1382 of the last 2000 requests answered 500', kind: 'log' },
  },
  {
    ...{ at: '02:48', by: 'kenji', name: 'evidence.add', file: 'error-count-by-message.txt' },
    input: { title: '1346 times "timeout exceeded when trying to connect"', kind: 'log' },
  },
];

const ruledOut = (): Step[] => [
  {
    ...{ at: '03:05', by: 'hanna', name: 'hypothesis.propose' },
    input: {
      statement: 'Redis is slow and holds every request up',
      because: 'Every listing asks the cache first.',
      prediction: 'GET takes milliseconds, and the slow log fills',
      refutation: 'GET takes microseconds',
      component: 'redis',
      pattern: 'exhaustion',
    },
  },
  { at: '03:22', by: 'hanna', name: 'hypothesis.start-test', input: { hypothesis: 'H1', minutes: 5 } },
  {
    ...{ at: '03:40', by: 'idris', name: 'hypothesis.propose' },
    input: {
      statement: 'A session holds a lock in Postgres and the others queue behind it',
      because: 'Requests wait for a database connection, and the pools are full at 10 each.',
      prediction: 'pg_blocking_pids names who blocks whom',
      refutation: 'No session blocks another',
      component: 'postgres',
    },
  },
  { at: '03:51', by: 'idris', name: 'hypothesis.start-test', input: { hypothesis: 'H2', minutes: 5 } },
  {
    ...{ at: '05:02', by: 'hanna', name: 'evidence.add', file: 'redis-commandstats.txt' },
    input: { title: 'Redis GET takes 4.37 microseconds', kind: 'command', hypothesis: 'H1', value: -2 },
  },
  { at: '05:15', by: 'hanna', name: 'hypothesis.reject', input: { hypothesis: 'H1' } },
  {
    ...{ at: '05:48', by: 'idris', name: 'evidence.add', file: 'pg-blocking.txt' },
    input: { title: 'No session blocks another: 0 rows', kind: 'query', hypothesis: 'H2', value: -2 },
  },
  { at: '06:01', by: 'idris', name: 'hypothesis.reject', input: { hypothesis: 'H2' } },
  {
    ...{ at: '06:30', by: 'hanna', name: 'evidence.add', file: 'vmstat.txt' },
    input: { title: 'CPU: nothing idle, up to 29 processes want to run', kind: 'command' },
  },
  {
    ...{ at: '06:55', by: 'hanna', name: 'hypothesis.propose' },
    input: {
      statement: 'Pools of 10 connections are too small for the evening peak',
      because: '253 requests wait for a connection.',
      refutation: 'The same load fitted into the pools before v2.4.0',
      component: 'shop',
      pattern: 'exhaustion',
    },
  },
];

const confirmed = (): Step[] => [
  {
    ...{ at: '07:10', by: 'idris', name: 'hypothesis.propose' },
    input: {
      statement: 'v2.4.0 searches orders by payment_reference without an index: every call reads 1.5 million rows',
      because: 'It began with v2.4.0, and all sessions are busy rather than blocked.',
      prediction: 'EXPLAIN shows a Seq Scan on orders, and that query leads pg_stat_statements',
      refutation: 'There is an index, or the query takes milliseconds',
      component: 'postgres',
      pattern: 'deploy',
    },
  },
  { at: '07:18', by: 'idris', name: 'hypothesis.start-test', input: { hypothesis: 'H4', minutes: 10 } },
  {
    ...{ at: '07:50', by: 'kenji', name: 'evidence.add', file: 'pg-stat-activity-count.txt' },
    input: { title: '27 sessions of shop work, none waits for another', kind: 'query', hypothesis: 'H4', value: 1 },
  },
  {
    ...{ at: '08:20', by: 'idris', name: 'evidence.add', file: 'git-diff.txt' },
    input: { title: 'v2.3.2..v2.4.0 adds WHERE payment_reference = $1', kind: 'change', hypothesis: 'H4', value: 1 },
  },
  {
    ...{ at: '09:05', by: 'idris', name: 'evidence.add', file: 'pg-stat-statements.txt' },
    input: { title: 'The new query leads: 296 calls, 2754 ms each', kind: 'query', hypothesis: 'H4', value: 2 },
  },
  {
    ...{ at: '09:48', by: 'idris', name: 'evidence.add', file: 'explain-analyze.txt' },
    input: { title: 'Parallel Seq Scan on orders, 3586 ms', kind: 'query', hypothesis: 'H4', value: 2 },
  },
  {
    ...{ at: '10:11', by: 'kenji', name: 'evidence.add', file: 'pg-indexes.txt' },
    input: { title: 'orders has no index on payment_reference', kind: 'query', hypothesis: 'H4', value: 2 },
  },
  { at: '10:25', by: 'idris', name: 'hypothesis.confirm', input: { hypothesis: 'H4' } },
  { at: '10:40', by: 'sofia', name: 'incident.set-status', input: { status: 'identified' } },
  {
    ...{ at: '10:58', by: 'sofia', name: 'hypothesis.shelve' },
    input: { hypothesis: 'H3', because: 'The pools only fill because each search takes seconds. Look again when H4 is mended.' },
  },
];

const goingOn = ({ idris, hanna, kenji }: Cast): Step[] => [
  {
    ...{ at: '11:20', by: 'sofia', name: 'task.add' },
    input: {
      text: 'Make the index on orders (payment_reference), concurrently',
      kind: 'mitigation',
      ownerId: idris,
      hypothesis: 'H4',
    },
  },
  {
    ...{ at: '11:35', by: 'sofia', name: 'task.add' },
    input: { text: 'Tell support: search by payment reference is off', kind: 'communication', ownerId: kenji },
  },
  {
    ...{ at: '12:02', by: 'hanna', name: 'hypothesis.propose' },
    input: {
      statement: 'No load test calls ?reference=, so a query without an index went through',
      because: 'v2.4.0 passed every check this morning.',
      prediction: 'The load profile of the shop names no ?reference= call',
      refutation: 'The profile calls it on a table of this size',
      component: 'release checks',
      parent: 'H4',
    },
  },
  {
    ...{ at: '12:30', by: 'kenji', name: 'hypothesis.propose' },
    input: {
      statement: 'The support console searches on every keystroke, which makes 15 calls a second of a few people',
      because: '296 calls within minutes of the deploy.',
      component: 'support console',
      pattern: 'thundering-herd',
    },
  },
  { at: '13:05', by: 'kenji', name: 'task.finish', input: { task: 'T2', outcome: 'Posted in the support channel' } },
  {
    at: '13:30',
    by: 'kenji',
    name: 'log.write',
    input: { text: '@Claire Dubois support is told; next word here at the latest in 20 minutes' },
  },
  { at: '14:02', by: 'hanna', name: 'hypothesis.start-test', input: { hypothesis: 'H5', minutes: 20 } },
  {
    ...{ at: '14:20', by: 'sofia', name: 'task.add' },
    input: { text: 'Count calls of ?reference= by client', kind: 'investigation', ownerId: hanna, hypothesis: 'H6' },
  },
  {
    ...{ at: '15:10', by: 'idris', name: 'log.write' },
    input: { text: 'Action: CREATE INDEX CONCURRENTLY orders_payment_reference ON orders (payment_reference)' },
  },
];

/** Running now: a query without an index takes the database down. Hypotheses in every state. */
export const ordersSlow = ({ cast, components, inMinutes }: Scene): Story => ({
  recording: 'orders-seqscan',
  declaredAgoMin: 16,
  declared: {
    ...{ by: 'sofia', impactBefore: '04:20', detectedBefore: '01:00' },
    input: {
      title: 'Orders API slow and timing out since v2.4.0',
      summary: 'Every route that needs the database waits for it; pages from the cache still come.',
      services: ['shop', 'orders', 'postgres'],
    },
  },
  steps: [
    ...triage(cast),
    ...ruledOut(),
    ...confirmed(),
    ...goingOn(cast),
    ...ordersTold(components, inMinutes(17)),
    { at: '01:50', by: 'kenji', name: 'log.pin', input: { entry: 5 } },
  ],
});
