import { describe, expect, it } from 'vitest';
import { outboxWords, wordsFieldOf } from './outbox-words';

describe('what waits in the outbox, in words', () => {
  it('names the command, what it is about and what was written', () => {
    expect(outboxWords({ name: 'hypothesis.reject', input: { hypothesis: 'H2', because: 'Postgres answers' } })).toEqual({
      title: 'Reject a hypothesis (H2)',
      text: 'Postgres answers',
    });
    expect(outboxWords({ name: 'command.accept', input: {} })).toEqual({ title: 'Accept command', text: null });
  });

  it('knows which words can be changed', () => {
    expect(wordsFieldOf({ input: { text: 'a note' } })).toBe('text');
    expect(wordsFieldOf({ input: { hypothesis: 'H2', because: null } })).toBeNull();
    expect(wordsFieldOf({ input: null })).toBeNull();
  });
});
