import type { Recording, Step } from '../recording';

const ANA = '0193a000-0000-7000-8000-00000000a0a0';
const JON = '0193a000-0000-7000-8000-00000000b0b0';
const WEI = '0193a000-0000-7000-8000-00000000c1c0';

const triage: Step[] = [
  { at: '16:05:31', by: 'ana', name: 'command.take', input: {} },
  {
    ...{ at: '16:05:31', happenedAt: '16:04:26', by: 'release-bot', name: 'log.write' },
    input: { text: 'Deploy: shop v2.3.1 rolled out to shop-a and shop-b' },
  },
  { at: '16:05:31', by: 'ana', name: 'log.write', input: { text: 'Alert fired: RedisDown' } },
  {
    ...{ at: '16:05:33', by: 'ana', name: 'log.write' },
    input: { text: 'Impact: 51% of shop requests answer 5xx, on both instances; only GET /api/orders/:id still works' },
  },
  { at: '16:05:34', by: 'ana', name: 'role.assign', input: { userId: WEI, role: 'scribe' } },
  { at: '16:05:35', by: 'ana', name: 'role.assign', input: { userId: JON, role: 'responder' } },
  {
    at: '16:05:36',
    by: 'wei',
    name: 'evidence.add',
    file: 'redis-cli-ping.txt',
    input: { title: 'Redis refuses connections', kind: 'command' },
  },
  {
    ...{ at: '16:05:37', by: 'wei', name: 'evidence.add', file: 'error-count-by-message.txt' },
    input: { title: 'Errors by message: cache unavailable', kind: 'log' },
  },
];

const postgres: Step[] = [
  {
    ...{ at: '16:05:38', by: 'wei', name: 'hypothesis.propose' },
    input: {
      statement: 'Postgres is down or overloaded and takes the service with it',
      because: 'Both instances fail at once, and both share one Postgres.',
      prediction: 'Active shop queries pile up, or the orders query is slow',
      refutation: 'Postgres answers and the orders query takes milliseconds',
      component: 'postgres',
    },
  },
  { at: '16:05:39', by: 'ana', name: 'hypothesis.assign', input: { hypothesis: 'H1', userId: WEI, minutes: 5 } },
  { at: '16:05:40', by: 'wei', name: 'hypothesis.start-test', input: { hypothesis: 'H1', minutes: 5 } },
  {
    ...{ at: '16:05:44', by: 'wei', name: 'evidence.add', file: 'pg-stat-activity-count.txt' },
    input: { title: 'Postgres: no active shop query', kind: 'query', hypothesis: 'H1', value: -1 },
  },
  {
    ...{ at: '16:05:46', by: 'wei', name: 'evidence.add', file: 'explain-analyze.txt' },
    input: { title: 'The orders query uses orders_customer_created, 1.8 ms', kind: 'query', hypothesis: 'H1', value: -2 },
  },
  { at: '16:05:48', by: 'wei', name: 'hypothesis.reject', input: { hypothesis: 'H1' } },
];

const redis: Step[] = [
  {
    ...{ at: '16:05:41', by: 'jon', name: 'hypothesis.propose' },
    input: {
      statement: 'v2.3.1 "keep full order history in the cache" fills Redis until the kernel kills it',
      because: 'Redis went away a minute after v2.3.1, which writes to the cache.',
      prediction: 'Memory of Redis climbs right after the deploy, and the kernel log names redis-server',
      refutation: 'Memory of Redis was flat, or nothing was killed',
      component: 'redis',
      pattern: 'deploy',
    },
  },
  { at: '16:05:42', by: 'jon', name: 'hypothesis.start-test', input: { hypothesis: 'H2', minutes: 10 } },
  {
    ...{ at: '16:05:49', by: 'jon', name: 'evidence.add', file: 'dmesg.txt' },
    input: { title: 'Kernel: Killed process 31104 (redis-server)', kind: 'log', hypothesis: 'H2', value: 2 },
  },
  {
    ...{ at: '16:05:51', by: 'jon', name: 'evidence.add', file: 'redis-memory-used.txt' },
    input: { title: 'Redis memory: 3 MB to 40 MB right after the deploy', kind: 'metric', hypothesis: 'H2', value: 2 },
  },
  {
    ...{ at: '16:05:53', by: 'jon', name: 'evidence.add', file: 'before-redis-memory-usage-hist.txt' },
    input: { title: 'hist:v1:<customer>:<request id> keys without a TTL', kind: 'command', hypothesis: 'H2', value: 2 },
  },
  {
    ...{ at: '16:05:54', by: 'jon', name: 'evidence.add', file: 'git-diff.txt' },
    input: { title: 'v2.3.0..v2.3.1: a cache write keyed by request id', kind: 'change', hypothesis: 'H2', value: 1 },
  },
  { at: '16:05:56', by: 'jon', name: 'hypothesis.confirm', input: { hypothesis: 'H2' } },
  {
    ...{ at: '16:05:58', by: 'ana', name: 'cause.declare' },
    input: {
      hypothesis: 'H2',
      why: 'The key contains the request id and has no TTL, so no entry is ever reused or expires. This is the place we can change.',
    },
  },
  { at: '16:05:59', by: 'ana', name: 'incident.set-status', input: { status: 'identified' } },
];

const recovery: Step[] = [
  {
    ...{ at: '16:06:00', by: 'ana', name: 'task.add' },
    input: {
      text: 'Restart Redis with a memory limit of 256 MB, maxmemory 192mb, allkeys-lru',
      kind: 'mitigation',
      ownerId: JON,
    },
  },
  {
    ...{ at: '16:06:04', by: 'jon', name: 'log.write' },
    input: { text: 'Action: restart redis with memory limit 256 MB, maxmemory 192mb, allkeys-lru' },
  },
  { at: '16:06:06', by: 'jon', name: 'task.finish', input: { task: 'T1', outcome: 'Redis answers' } },
  { at: '16:06:08', by: 'ana', name: 'incident.set-status', input: { status: 'monitoring' } },
  {
    ...{ at: '16:06:20', by: 'jon', name: 'log.write' },
    input: { text: 'Deploy: shop v2.3.2, history cache keyed per customer with 60s TTL' },
  },
  {
    ...{ at: '16:06:40', by: 'wei', name: 'evidence.add', file: 'error-ratio.txt' },
    input: { title: 'Error ratio back to 0', kind: 'metric' },
  },
  { at: '16:06:55', by: 'wei', name: 'log.write', input: { text: 'All alerts resolved' } },
  { at: '16:06:55', by: 'ana', name: 'incident.set-status', input: { status: 'resolved', evidence: 'E9' } },
  {
    ...{ at: '16:06:55', by: 'ana', name: 'task.add' },
    input: { text: 'Alert on Redis memory at 80 % of its limit', kind: 'follow-up', ownerId: WEI },
  },
];

/** A Redis that the kernel killed after a deploy, as it really went on 2026-11-23; the names are those of the service's history. */
export const redisOom: Recording = {
  name: 'redis-oom',
  day: '2026-11-23',
  people: {
    ana: { id: ANA, name: 'Ana Duarte', role: 'responder' },
    jon: { id: JON, name: 'Jon Lindqvist', role: 'responder' },
    wei: { id: WEI, name: 'Wei Zhang', role: 'responder' },
    'release-bot': { id: '0193a000-0000-7000-8000-00000000d0d0', name: 'release-bot', role: 'responder' },
  },
  declared: {
    at: '16:05:31',
    by: 'ana',
    input: {
      title: 'Orders API answers 500 since v2.3.1',
      summary: 'Both instances fail on calls that look up a customer, about 90 % of traffic.',
      severity: 'SEV1',
      services: ['shop', 'orders', 'redis'],
      startedAt: '2026-11-23T16:04:25Z',
      detectedAt: '2026-11-23T16:05:31Z',
      isPractice: true,
    },
  },
  // Two people work at the same time: their steps go in as they came.
  steps: [...triage, ...[...postgres, ...redis].toSorted((a, b) => a.at.localeCompare(b.at)), ...recovery],
};
