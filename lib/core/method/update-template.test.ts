import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AUDIENCES, PHASES, type IncidentState } from '../incident/state';
import { busyRoom, Room } from '../incident/testing/room';
import { COMPONENT_STATES } from '../status/component-state';
import { updateTemplate } from './update-template';

const AT = '2026-11-23T16:30:00.000Z';
const NEXT = '2026-11-23T17:00:00.000Z';
const down = [{ name: 'Orders', state: 'major_outage' }] as const;

/** The same value with every text in it, names of fields too, replaced. */
function canaries(value: unknown, text: string): unknown {
  if (typeof value === 'string') return text;
  if (Array.isArray(value)) return value.map((one) => canaries(one, text));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, canaries(one, text)]));
}

const written = (room: Room, chosen: Partial<Parameters<typeof updateTemplate>[1]>) =>
  updateTemplate(room.state, { audience: 'stakeholders', phase: null, components: [], nextUpdateAt: null, at: AT, ...chosen });

describe('the first text of an update', () => {
  it.each([
    ['investigating', 'We are looking into a problem with Orders that began at 16:00 UTC.'],
    ['identified', 'We have found what is wrong with Orders and are working on it. It began at 16:00 UTC.'],
    ['monitoring', 'A fix for Orders is in place. We are watching whether it holds.'],
    ['resolved', 'This is over for Orders. It began at 16:00 UTC and ended at 16:30 UTC.'],
  ] as const)('tells the public, %s, what is affected and when', (phase, said) => {
    const text = written(new Room(), { audience: 'public', phase, components: down, nextUpdateAt: NEXT });
    expect(text).toBe(`${said}\n\nNext update by 17:00 UTC.`);
  });

  it('names the day where it is another one', () => {
    const text = written(new Room(), { audience: 'public', phase: 'resolved', at: '2026-11-24T01:10:00.000Z' });
    expect(text).toBe('This is over. It began at 23 Nov, 16:00 UTC and ended at 01:10 UTC.');
  });

  it('tells stakeholders what is known, ruled out and done, without references', () => {
    const room = new Room({ title: 'Orders answer 500', summary: 'Nobody can order.', services: ['orders'] });
    room
      .do('ana', 'hypothesis.propose', { statement: 'A bad deploy' })
      .do('ana', 'hypothesis.propose', { statement: 'Redis is out of memory' })
      .do('bo', 'hypothesis.propose', { statement: 'No key expires' })
      .do('ana', 'hypothesis.reject', { hypothesis: 'H1', because: 'rolled back' })
      .do('ana', 'hypothesis.confirm', { hypothesis: 'H2', because: 'the kernel says so' })
      .do('bo', 'hypothesis.start-test', { hypothesis: 'H3' })
      .do('bo', 'task.add', { text: 'Raise maxmemory', kind: 'mitigation' })
      .do('bo', 'task.add', { text: 'Write the postmortem', kind: 'follow-up' });
    const text = written(room, { phase: 'identified', components: down, nextUpdateAt: NEXT });
    expect(text.split('\n').filter((line) => line !== '')).toEqual([
      'Identified: Nobody can order (orders), since 16:00 UTC.',
      'Affected:',
      '- Orders: major outage',
      'What we know:',
      '- Redis is out of memory',
      'Ruled out:',
      '- A bad deploy',
      'What we are doing:',
      '- Testing: No key expires',
      '- Raise maxmemory',
      'Next update by 17:00 UTC.',
    ]);
    expect(written(room, { audience: 'team' })).toContain('- Testing: H3 No key expires (Bo)');
  });

  it('for the public holds nothing of what is inside, whatever there is', () => {
    const busy = busyRoom().state;
    const text = fc.string({ minLength: 12, unit: 'grapheme' }).map((one) => `canary ${one}`);
    const component = fc.record({ name: fc.constantFrom('Orders', 'Website'), state: fc.constantFrom(...COMPONENT_STATES) });
    fc.assert(
      fc.property(text, fc.constantFrom(...PHASES), fc.array(component, { maxLength: 9 }), (canary, phase, components) => {
        const inside = { ...(canaries(busy, canary) as IncidentState), startedAt: busy.startedAt };
        const chosen = { audience: 'public', phase, components, nextUpdateAt: NEXT, at: AT } as const;
        const said = updateTemplate(inside, chosen);
        expect(said).not.toContain('canary');
        expect(said).toBe(updateTemplate(busy, chosen));
      }),
      { numRuns: 300, seed: 20_261_123 },
    );
  });

  it('fits into an update, however much there is to say', () => {
    const room = new Room({ title: 't'.repeat(200), summary: 's'.repeat(4000), services: ['x'.repeat(80), 'y'.repeat(80)] });
    for (const index of Array.from({ length: 40 }, (_, at) => at)) {
      room.do('ana', 'hypothesis.propose', { statement: `${index} ${'h'.repeat(400)}` });
      room.do('ana', 'task.add', { text: `${index} ${'t'.repeat(400)}` });
    }
    for (const index of [1, 2, 3, 4, 5, 6]) room.do('ana', 'hypothesis.reject', { hypothesis: `H${index}`, because: 'no' });
    const components = Array.from({ length: 200 }, () => ({ name: 'n'.repeat(100), state: 'major_outage' as const }));
    for (const audience of AUDIENCES) {
      for (const phase of PHASES) {
        const text = written(room, { audience, phase, components, nextUpdateAt: NEXT });
        expect(text.trim()).not.toBe('');
        expect(text.length).toBeLessThanOrEqual(5000);
      }
    }
  });
});
