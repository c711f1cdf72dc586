import type { Step } from '../recording';
import type { ComponentIds } from './demo-components';

/** What the public was told of it, from the first word to the last. */
export const paymentsTold = ({ orders, payments }: ComponentIds): Step[] => [
  {
    ...{ at: '01:55', by: 'hanna', name: 'update.post' },
    input: {
      ...{ audience: 'public', phase: 'investigating', title: 'Orders cannot be placed' },
      text: 'Placing an order fails with an error for most customers. Looking at the catalogue and at earlier orders works. We are looking for the cause.',
      components: [
        { componentId: payments, state: 'major_outage' },
        { componentId: orders, state: 'partial_outage' },
      ],
    },
  },
  {
    ...{ at: '11:15', by: 'hanna', name: 'update.post' },
    input: {
      ...{ audience: 'public', phase: 'identified' },
      text: 'The company that handles our payments answers too late, and orders wait for it. We are changing the shop so that it takes orders without waiting.',
    },
  },
  {
    ...{ at: '17:40', by: 'kenji', name: 'update.post' },
    input: {
      ...{ audience: 'public', phase: 'monitoring' },
      text: 'Orders can be placed again. Payments are confirmed later than usual, by mail; nobody pays twice.',
      components: [
        { componentId: payments, state: 'degraded_performance' },
        { componentId: orders, state: 'operational' },
      ],
    },
  },
  {
    ...{ at: '24:40', by: 'kenji', name: 'update.post' },
    input: {
      ...{ audience: 'public', phase: 'resolved' },
      text: 'Payments are confirmed at once again. Orders taken meanwhile are being confirmed one after the other; you need not do anything.',
      components: [{ componentId: payments, state: 'operational' }],
    },
  },
];
