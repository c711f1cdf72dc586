import { describe, expect, it } from 'vitest';
import { completionAt, withChoice, type CompletionSource } from './complete';

const source = {
  incident: {
    hypotheses: { a: { ref: 'H1', statement: 'Redis is out of memory' }, b: { ref: 'H2', statement: 'Bad deploy' } },
    evidence: { c: { ref: 'E1', title: 'dmesg of redis-a' } },
    tasks: { d: { ref: 'T1', text: 'Raise maxmemory' } },
  },
  people: [
    { userId: 'u1', name: 'Ana Maria' },
    { userId: 'u2', name: 'Bo' },
    { userId: 'u3', name: 'Mariana' },
  ],
} as unknown as CompletionSource;

const at = (text: string, caret = text.length) => completionAt(text, caret, source);
const titles = (text: string) => at(text)?.choices.map(({ title }) => title) ?? [];

describe('completing what is typed', () => {
  it('offers slash commands at the beginning only, and lets a whole one be sent', () => {
    expect(titles('/rej')[0]).toMatch(/^\/reject /);
    expect(at('/rej')?.isWhole).toBe(false);
    expect(at('/take')?.isWhole).toBe(true);
    expect(at('look /rej')).toBeNull();
    expect(at('/nosuchcommand')).toBeNull();
  });

  it('offers references after a command that wants them', () => {
    expect(titles('/reject ')).toEqual(['H2', 'H1']);
    expect(titles('/assign ')).toEqual(['H2', 'H1', 'T1']);
    expect(titles('/assign T')).toEqual(['T1']);
    expect(titles('/note ')).toEqual([]);
  });

  it('finds references by number, and by their words after #', () => {
    expect(titles('see H')).toEqual([]);
    expect(titles('see H1')).toEqual(['H1']);
    expect(titles('see #redis')).toEqual(['H1', 'E1']);
    expect(at('see H1')?.isWhole).toBe(true);
  });

  it('finds people by the beginning of their name first', () => {
    expect(titles('ask @mar')).toEqual(['Mariana', 'Ana Maria']);
    expect(titles('mail@mar')).toEqual([]);
  });

  it('puts the choice where the word was', () => {
    const completion = at('ask @bo now', 7);
    expect(completion?.from).toBe(4);
    expect(withChoice('ask @bo now', 7, 4, completion!.choices[0]!)).toEqual({ text: 'ask @Bo now', caret: 8 });
  });
});
