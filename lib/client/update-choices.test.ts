import { describe, expect, it } from 'vitest';
import type { StatusComponent } from '@/lib/contracts/status';
import { COMPONENTS, Room } from '@/lib/core/incident/testing/room';
import type { Audience } from '@/lib/core/incident/state';
import type { ComponentState } from '@/lib/core/status/component-state';
import { choicesOf, componentField, fieldOf } from './update-choices';

const { orders, website, ledger } = COMPONENTS;
const down = ({ componentId }: typeof orders) => ({ componentId, state: 'major_outage' as const });
const told = new Room().do('ana', 'update.post', {
  ...{ audience: 'stakeholders', phase: null, text: 'It is down.', title: null },
  components: [down(orders), down(ledger)],
}).state;

const knownIn = (states: Partial<Record<string, ComponentState>>): StatusComponent[] =>
  [orders, website, ledger].map((one) => ({ ...one, group: null, state: states[one.name] ?? 'operational' }));
const named = (audience: Audience, states: Parameters<typeof knownIn>[0], fields: Record<string, string> = {}) =>
  choicesOf({ audience, fields, incident: told, known: knownIn(states), promise: null }).components.map(
    ({ name, state }) => `${name} ${state}`,
  );
const broken = { Orders: 'partial_outage', Ledger: 'major_outage', Website: 'major_outage' } as const;

describe('components of an update that nobody has chosen yet', () => {
  it('are those that an earlier one named and that are not well, in the state of now', () => {
    expect(named('stakeholders', broken)).toEqual(['Orders partial_outage', 'Ledger major_outage']);
    expect(named('stakeholders', {})).toEqual([]);
    expect(named('public', broken)).toEqual(['Orders partial_outage']);
    expect(named('team', broken)).toEqual([]);
  });

  it('are well once it is resolved', () => {
    const fields = { [fieldOf.phase('public')]: 'resolved' };
    expect(named('public', broken, fields)).toEqual(['Orders operational']);
  });

  it('give way to what was chosen, or left out', () => {
    const field = fieldOf.component('public', orders.componentId);
    expect(named('public', broken, { [field]: componentField('degraded_performance') })).toEqual(['Orders degraded_performance']);
    expect(named('public', broken, { [field]: componentField(null) })).toEqual([]);
  });
});
