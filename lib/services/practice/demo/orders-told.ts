import type { Step } from '../recording';
import type { ComponentIds } from './demo-components';

/** What the public and those who answer for it are told, what the latter ask, and who is on shift. */
export const ordersTold = ({ storefront, orders, console }: ComponentIds, nextUpdateAt: string): Step[] => [
  { at: '01:55', by: 'idris', name: 'shift.start', input: {} },
  { at: '02:00', by: 'hanna', name: 'shift.start', input: {} },
  {
    ...{ at: '04:20', by: 'hanna', name: 'update.post' },
    input: {
      ...{ audience: 'public', phase: 'investigating', title: 'Orders are slow or fail' },
      text: 'Placing orders and looking them up is slow, and often fails with an error. Some pages of the shop load slowly. We are looking for the cause.',
      components: [
        { componentId: orders, state: 'major_outage' },
        { componentId: storefront, state: 'degraded_performance' },
      ],
    },
  },
  { at: '05:25', by: 'claire', name: 'question.ask', input: { text: 'Are orders lost that customers paid for already?' } },
  {
    ...{ at: '08:05', by: 'hanna', name: 'question.answer' },
    input: { question: 'Q1', text: 'No. A payment is only taken once the order is stored; what failed was never charged.' },
  },
  {
    ...{ at: '13:20', by: 'sofia', name: 'update.post' },
    input: {
      audience: 'stakeholders',
      text: 'The cause is found: since v2.4.0 each search by payment reference reads every order there is. Idris makes the index that it lacks. Until then the support console cannot search by payment reference. About three of four orders fail meanwhile.',
      components: [{ componentId: console, state: 'partial_outage' }],
      nextUpdateAt,
    },
  },
  {
    ...{ at: '14:40', by: 'claire', name: 'question.ask' },
    input: { text: 'Partners call us. May we tell them a time by which orders work again?' },
  },
];
