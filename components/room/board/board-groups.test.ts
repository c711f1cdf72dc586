import { describe, expect, it } from 'vitest';
import { Room } from '@/lib/core/incident/testing/room';
import { boardGroups, boardTree, causeChain } from './board-groups';

const room = new Room()
  .do('bo', 'hypothesis.propose', { statement: 'Postgres' })
  .do('bo', 'hypothesis.propose', { statement: 'Redis' })
  .do('bo', 'hypothesis.propose', { statement: 'Why Redis', parent: 'H2' })
  .do('bo', 'hypothesis.propose', { statement: 'Why that', parent: 'H3' })
  .do('bo', 'hypothesis.propose', { statement: 'Payments' })
  .do('bo', 'hypothesis.start-test', { hypothesis: 'H3' })
  .do('bo', 'evidence.add', { text: 'answers', hypothesis: 'H1', value: -2 })
  .do('bo', 'hypothesis.reject', { hypothesis: 'H1' });

const shown = (group: ReturnType<typeof boardGroups>[number]) =>
  group.cards.map(
    ({ hypothesis, depth, parentRef }) => `${'>'.repeat(depth)}${hypothesis.ref}${parentRef ? `<${parentRef}` : ''}`,
  );

describe('the board', () => {
  it('reads from what is tested down to what was ruled out', () => {
    expect(boardGroups(room.state).map((group) => [group.state, shown(group)])).toEqual([
      ['testing', ['H3<H2']],
      ['open', ['H2', 'H4<H3', 'H5']],
      ['confirmed', []],
      ['rejected', ['H1']],
      ['shelved', []],
    ]);
  });

  it('puts what was dug deeper below what it digs into', () => {
    const tree = boardTree(room.state).map(({ hypothesis, depth }) => `${'>'.repeat(depth)}${hypothesis.ref}`);
    expect(tree).toEqual(['H1', 'H2', '>H3', '>>H4', 'H5']);
  });

  it('marks the confirmed way down, and once it is declared the way to the root cause alone', () => {
    const found = new Room()
      .do('bo', 'hypothesis.propose', { statement: 'Redis' })
      .do('bo', 'hypothesis.propose', { statement: 'No expiry', parent: 'H1' })
      .do('bo', 'hypothesis.propose', { statement: 'Nobody reviews keys', parent: 'H2' })
      .do('bo', 'hypothesis.propose', { statement: 'The network' })
      .do('bo', 'hypothesis.propose', { statement: 'A cable', parent: 'H4' });
    const marked = () => {
      const chain = causeChain(found.state);
      return Object.values(found.state.hypotheses).flatMap(({ id, ref }) => (chain.has(id) ? [ref] : []));
    };
    expect(marked()).toEqual([]);
    for (const hypothesis of ['H1', 'H2', 'H5']) found.do('bo', 'hypothesis.confirm', { hypothesis, because: 'seen' });
    expect(marked()).toEqual(['H1', 'H2']);
    found.do('bo', 'hypothesis.confirm', { hypothesis: 'H4', because: 'seen' });
    expect(marked()).toEqual(['H1', 'H2', 'H4', 'H5']);
    found.do('bo', 'cause.declare', { hypothesis: 'H2', why: 'nobody set one' });
    expect(marked()).toEqual(['H1', 'H2']);
  });

  it('lists the evidence of each with its bearing', () => {
    const [rejected] = boardGroups(room.state)[3]?.cards ?? [];
    expect(rejected?.bearings.map(({ evidence, value }) => [evidence.ref, value])).toEqual([['E1', -2]]);
  });
});
