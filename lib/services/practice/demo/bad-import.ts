import type { Step } from '../recording';
import type { Cast, Scene, Story } from './story';

const steps = ({ hanna }: Cast): Step[] => [
  { at: '00:10', by: 'kenji', name: 'command.take', input: {} },
  { at: '00:25', by: 'kenji', name: 'incident.grant', input: { userId: hanna } },
  { at: '00:40', by: 'kenji', name: 'role.assign', input: { userId: hanna, role: 'responder' } },
  {
    ...{ at: '01:10', happenedAt: '-11:00', by: 'kenji', name: 'log.write' },
    input: { text: 'Batch: import-orders.sh loaded partner-eu.csv (3500 rows)' },
  },
  {
    ...{ at: '01:30', by: 'kenji', name: 'log.write' },
    input: { text: 'Private: the outputs here name customers of a partner' },
  },
  {
    ...{ at: '02:10', by: 'hanna', name: 'evidence.add', file: 'error-by-segment.txt' },
    input: { title: 'Only eu/business fails: currency null, EURO or a euro sign', kind: 'log' },
  },
  {
    ...{ at: '03:00', by: 'hanna', name: 'hypothesis.propose' },
    input: {
      statement: 'v2.5.0 broke the listing',
      because: 'It is the newest deploy.',
      refutation: 'Nothing under src/ changed',
      component: 'shop',
      pattern: 'deploy',
    },
  },
  {
    ...{ at: '04:10', by: 'hanna', name: 'evidence.add', file: 'git-diff-stat.txt' },
    input: { title: 'v2.5.0 touches jobs/ and package.json only', kind: 'change', hypothesis: 'H1', value: -2 },
  },
  { at: '04:25', by: 'hanna', name: 'hypothesis.reject', input: { hypothesis: 'H1' } },
  {
    ...{ at: '05:00', by: 'kenji', name: 'hypothesis.propose' },
    input: {
      statement: 'The partner file holds currencies that present() cannot read',
      because: 'Both kinds of error come from the currency.',
      prediction: 'Every failing order belongs to the import',
      refutation: 'Orders from before the import fail too',
      component: 'import job',
      pattern: 'data',
    },
  },
  { at: '05:10', by: 'kenji', name: 'hypothesis.start-test', input: { hypothesis: 'H2', minutes: 15 } },
  {
    ...{ at: '07:20', by: 'kenji', name: 'evidence.add', file: 'sql-currency-by-batch.txt' },
    input: { title: 'All 3500 rows of the import, and no other', kind: 'query', hypothesis: 'H2', value: 2 },
  },
  {
    ...{ at: '08:40', by: 'kenji', name: 'evidence.add', file: 'partner-file-head.txt' },
    input: { title: 'partner-eu.csv: EURO, a euro sign, or nothing', kind: 'command', hypothesis: 'H2', value: 2 },
  },
  { at: '09:00', by: 'kenji', name: 'hypothesis.confirm', input: { hypothesis: 'H2' } },
  { at: '09:20', by: 'kenji', name: 'incident.set-status', input: { status: 'identified' } },
  {
    ...{ at: '09:50', by: 'kenji', name: 'task.add' },
    input: {
      text: 'Set the currency of that batch to EUR and flush the cached pages',
      kind: 'mitigation',
      ownerId: hanna,
      hypothesis: 'H2',
    },
  },
  {
    ...{ at: '14:30', by: 'hanna', name: 'evidence.add', file: 'sql-fix.txt' },
    input: { title: 'UPDATE 3500, cache flushed', kind: 'command' },
  },
  { at: '14:45', by: 'hanna', name: 'task.finish', input: { task: 'T1', outcome: 'E5' } },
  { at: '15:30', by: 'kenji', name: 'incident.set-status', input: { status: 'monitoring' } },
];

/** Private, and still watched: an import with broken currencies. */
export const badImport = ({ cast }: Scene): Story => ({
  recording: 'null-currency',
  declaredAgoMin: 75,
  declared: {
    ...{ by: 'kenji', impactBefore: '06:00', detectedBefore: '01:00' },
    input: {
      title: 'Business customers in the EU cannot list their orders',
      summary: '3500 of 50000 customers; everybody else sees nothing of it.',
      severity: 'SEV3',
      services: ['shop', 'import job'],
      isPrivate: true,
    },
  },
  steps: steps(cast),
});
