import type { Step } from '../recording';
import { paymentsTold } from './payments-told';
import type { Cast, Scene, Story } from './story';

const looked = ({ idris, kenji }: Cast): Step[] => [
  { at: '00:12', by: 'hanna', name: 'command.take', input: {} },
  {
    ...{ at: '00:40', happenedAt: '-08:00', by: 'hanna', name: 'log.write' },
    input: { text: 'Deploy: shop v2.4.2 (release-bot), X-Order-Id header to payments, more log fields' },
  },
  {
    ...{ at: '01:00', happenedAt: '-00:30', by: 'hanna', name: 'log.write' },
    input: { text: 'Alert fired: PaymentsFailing, ShopHighErrorRate, ShopHighLatencyP99' },
  },
  {
    ...{ at: '01:30', by: 'idris', name: 'log.write' },
    input: { text: 'Impact: 26 % of requests 5xx, order creation only (POST /api/orders); listing works' },
  },
  { at: '01:40', by: 'hanna', name: 'role.assign', input: { userId: idris, role: 'responder' } },
  { at: '01:45', by: 'hanna', name: 'role.assign', input: { userId: kenji, role: 'responder' } },
  {
    ...{ at: '02:20', by: 'idris', name: 'evidence.add', file: 'error-count-by-message.txt' },
    input: { title: '398 times "authorize timed out after 3000ms"', kind: 'log' },
  },
  {
    ...{ at: '02:50', by: 'kenji', name: 'evidence.add', file: 'curl-post-v.txt' },
    input: { title: 'POST /api/orders answers 504', kind: 'command' },
  },
];

const judged: Step[] = [
  {
    ...{ at: '03:10', by: 'idris', name: 'hypothesis.propose' },
    input: {
      statement: 'v2.4.2 broke the payments call with its new X-Order-Id header',
      because: 'It went out some minutes before, and touches exactly this call.',
      prediction: 'Rolling back to v2.4.1 ends the timeouts',
      refutation: 'v2.4.1 times out as well',
      component: 'shop',
      pattern: 'deploy',
    },
  },
  { at: '03:20', by: 'idris', name: 'hypothesis.start-test', input: { hypothesis: 'H1', minutes: 10 } },
  {
    ...{ at: '03:50', by: 'idris', name: 'evidence.add', file: 'git-diff.txt' },
    input: { title: 'v2.4.1..v2.4.2: one more header, two more log fields', kind: 'change', hypothesis: 'H1', value: 1 },
  },
  {
    ...{ at: '04:05', by: 'hanna', name: 'task.add' },
    input: { text: 'Roll back to v2.4.1', kind: 'mitigation' },
  },
  {
    at: '07:10',
    by: 'hanna',
    name: 'task.finish',
    input: { task: 'T1', outcome: 'v2.4.1 runs on both instances; nothing changed' },
  },
  {
    ...{ at: '08:30', by: 'idris', name: 'evidence.add', file: 'after-rollback-errors.txt' },
    input: { title: 'v2.4.1 times out as v2.4.2 did', kind: 'log', hypothesis: 'H1', value: -2 },
  },
  { at: '08:45', by: 'idris', name: 'hypothesis.reject', input: { hypothesis: 'H1' } },
  {
    ...{ at: '09:00', by: 'kenji', name: 'hypothesis.propose' },
    input: {
      statement: 'The payments provider answers later than our timeout of 3 s',
      because: 'Only calls to the provider fail, on both versions.',
      prediction: 'A call without our code takes longer than 3 s to the first byte',
      refutation: 'A call without our code is quick',
      component: 'payments provider',
      pattern: 'dependency',
    },
  },
  { at: '09:10', by: 'kenji', name: 'hypothesis.start-test', input: { hypothesis: 'H2', minutes: 10 } },
  {
    ...{ at: '10:00', by: 'kenji', name: 'evidence.add', file: 'curl-provider-direct.txt' },
    input: { title: 'Straight to the provider: first byte after 9.97 s', kind: 'command', hypothesis: 'H2', value: 2 },
  },
  {
    ...{ at: '10:20', by: 'kenji', name: 'evidence.add', file: 'curl-provider-status.txt' },
    input: { title: 'Provider status: degraded, p50 12 s', kind: 'external', hypothesis: 'H2', value: 2 },
  },
  { at: '10:32', by: 'kenji', name: 'hypothesis.confirm', input: { hypothesis: 'H2' } },
];

const mended = ({ idris, kenji }: Cast): Step[] => [
  { at: '11:00', by: 'hanna', name: 'incident.set-status', input: { status: 'identified' } },
  { at: '11:30', by: 'hanna', name: 'command.hand-over', input: { userId: kenji } },
  { at: '11:48', by: 'kenji', name: 'command.accept', input: {} },
  {
    ...{ at: '12:10', by: 'kenji', name: 'cause.declare' },
    input: {
      hypothesis: 'H2',
      why: 'An order waits for the provider while the customer does. We cannot change the provider; that we wait is the place we can change.',
    },
  },
  {
    ...{ at: '12:40', by: 'kenji', name: 'task.add' },
    input: { text: 'Accept orders as pending (payments.mode=deferred)', kind: 'mitigation', ownerId: idris, hypothesis: 'H2' },
  },
  { at: '16:20', by: 'idris', name: 'log.write', input: { text: 'Deploy: v2.4.3 and config-41, payments.mode=deferred' } },
  {
    at: '17:05',
    by: 'idris',
    name: 'task.finish',
    input: { task: 'T2', outcome: 'Orders are taken while the provider is still degraded' },
  },
  { at: '17:30', by: 'kenji', name: 'incident.set-status', input: { status: 'monitoring' } },
  {
    ...{ at: '21:00', by: 'idris', name: 'evidence.add', file: 'curl-provider-status-after.txt' },
    input: { title: 'Provider status: operational, p50 40 ms', kind: 'external' },
  },
  {
    at: '22:10',
    by: 'idris',
    name: 'log.write',
    input: { text: 'Deploy: config-42, payments inline again; pending orders stay for the reconciliation job' },
  },
  {
    ...{ at: '24:00', by: 'idris', name: 'evidence.add', file: 'alertmanager-resolved.txt' },
    input: { title: 'Alertmanager: all alerts resolved', kind: 'alert' },
  },
  { at: '24:20', by: 'kenji', name: 'incident.set-status', input: { status: 'resolved', evidence: 'E8' } },
  {
    ...{ at: '25:00', by: 'kenji', name: 'task.add' },
    input: { text: 'Reconcile the pending orders', kind: 'follow-up', ownerId: idris },
  },
  {
    ...{ at: '25:20', by: 'kenji', name: 'task.add' },
    input: { text: 'Take orders as pending whenever the provider is late, without a deploy', kind: 'follow-up' },
  },
];

/** Over: a provider answers late, with an innocent deploy just before. */
export const paymentsLate = ({ cast, components }: Scene): Story => ({
  recording: 'payments-down',
  declaredAgoMin: 2 * 24 * 60 + 190,
  declared: {
    ...{ by: 'hanna', impactBefore: '03:00', detectedBefore: '00:30' },
    input: {
      title: 'Orders cannot be placed: payments time out',
      summary: 'POST /api/orders fails for everybody; reading works.',
      severity: 'SEV1',
      services: ['shop', 'payments'],
    },
  },
  steps: [...looked(cast), ...judged, ...mended(cast), ...paymentsTold(components)],
});
