import { composeStatus } from '@/lib/core/status/compose-status';
import { COMPONENT_STATES, type ComponentState } from '@/lib/core/status/component-state';
import type { PublicStatus } from '@/lib/core/status/public-status';
import type { StatusRows } from '@/lib/core/status/status-rows';
import { componentRow, emptyRows, incidentRow, maintenanceRow, updateRow } from '@/lib/core/status/testing/status-rows';

export const NOW = '2026-11-26T16:05:00.000Z';

const NAMES = ['Checkout', 'Payments API', 'Search', 'Orders', 'Mail'];

const changed = (componentId: string, state: ComponentState, at: string, sourceId = `${componentId}-${at}`) => ({
  ...{ componentId, state, at, sourceId },
});

const components = COMPONENT_STATES.map((_, index) =>
  componentRow(`c${index}`, {
    ...{ name: NAMES[index] ?? '', groupId: index < 2 ? 'g1' : null, position: index },
    description: index === 1 ? 'Cards, wallets and invoices.' : null,
    createdAt: index === 4 ? '2026-10-01T00:00:00.000Z' : '2026-01-01T00:00:00.000Z',
  }),
);

const changes = [
  changed('c1', 'major_outage', '2026-11-26T15:40:00.000Z', 'u1'),
  changed('c1', 'partial_outage', '2026-11-26T15:58:00.000Z', 'u2'),
  changed('c2', 'degraded_performance', '2026-11-12T09:10:00.000Z'),
  changed('c2', 'operational', '2026-11-14T01:00:00.000Z'),
  changed('c3', 'major_outage', '2026-10-03T11:00:00.000Z'),
  changed('c3', 'operational', '2026-10-03T12:30:00.000Z'),
  changed('c3', 'degraded_performance', '2026-11-26T12:00:00.000Z'),
  changed('c0', 'partial_outage', '2026-09-20T11:00:00.000Z'),
  changed('c0', 'operational', '2026-09-20T11:40:00.000Z'),
];

const affected = (state: ComponentState) => [{ componentId: 'c1', name: 'Payments API', state }];

/** A page with something of everything on it. */
export const sampleRows: StatusRows = emptyRows({
  page: {
    ...{ name: 'Acme Status', about: 'How the services of Acme are doing.', url: 'https://status.acme.example/' },
    ...{ timeZone: 'Europe/Berlin', visibility: 'public', supportUrl: 'https://acme.example/help' },
  },
  groups: [{ id: 'g1', name: 'Paying', position: 0, createdAt: '2026-01-01T00:00:00.000Z' }],
  ...{ components, changes },
  incidents: [
    incidentRow('i1', { title: 'Payments are declined' }),
    incidentRow('i2', {
      ...{ title: 'Search is slow', impact: 'minor', postmortemAt: '2026-11-18T10:00:00.000Z' },
      postmortemUrl: 'https://acme.example/postmortems/search?a=1&b=2',
    }),
    incidentRow('i3', { title: 'Orders were not accepted', impact: 'critical' }),
  ],
  updates: [
    updateRow('u1', {
      ...{ at: '2026-11-26T15:40:00.000Z', components: affected('major_outage') },
      text: 'We see that card payments are declined. We are looking for the cause.\nMore at https://acme.example/cards',
    }),
    updateRow('u2', {
      ...{ phase: 'identified', at: '2026-11-26T15:58:00.000Z', editedAt: '2026-11-26T16:01:00.000Z' },
      ...{
        components: affected('partial_outage'),
        text: 'A certificate ran out at one of our providers.\n\nWallets work again.',
      },
    }),
    updateRow('u3', { incidentId: 'i2', at: '2026-11-12T09:10:00.000Z', text: 'Results come late.' }),
    updateRow('u4', { incidentId: 'i2', phase: 'monitoring', at: '2026-11-13T20:00:00.000Z', text: 'A new index helps.' }),
    updateRow('u5', { incidentId: 'i2', phase: 'resolved', at: '2026-11-14T01:00:00.000Z', text: 'Search is quick again.' }),
    updateRow('u6', { incidentId: 'i3', phase: 'resolved', at: '2026-10-03T12:30:00.000Z', text: 'Orders are accepted.' }),
  ],
  maintenances: [
    maintenanceRow('m1', {
      ...{ startsAt: '2026-11-26T16:00:00.000Z', endsAt: '2026-11-26T17:00:00.000Z', componentIds: ['c4'] },
      ...{ title: 'Mail moves to new machines', text: 'Mail may come a few minutes late.' },
      updates: [{ id: 'mu1', phase: 'in_progress', text: 'We have begun.', at: '2026-11-26T16:00:30.000Z', editedAt: null }],
    }),
    maintenanceRow('m2', {
      ...{ startsAt: '2026-12-03T22:00:00.000Z', endsAt: '2026-12-04T02:00:00.000Z', componentIds: ['c0', 'c1'] },
      ...{ title: 'Database upgrade', text: 'Checkout is read-only for a few minutes.' },
    }),
    maintenanceRow('m3', { title: 'Done long ago' }),
    maintenanceRow('m4', { title: 'Called off', phase: 'cancelled' }),
  ],
  notices: [
    ...[{ id: 'n1', text: 'Support answers later than usual on 30 November.', at: '2026-11-24T08:00:00.000Z' }].map((one) => ({
      ...{ ...one, endsAt: null, editedAt: null },
    })),
  ],
});

export const sampleStatus = (): PublicStatus => composeStatus(sampleRows, NOW);
