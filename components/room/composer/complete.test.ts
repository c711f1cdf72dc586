import { describe, expect, it } from 'vitest';
import { completionAt, withChoice, type CompletionSource } from './complete';

const source = {
  incident: {
    hypotheses: { a: { ref: 'H1', statement: 'Redis is out of memory' }, b: { ref: 'H2', statement: 'Bad deploy' } },
    evidence: { c: { ref: 'E1', title: 'dmesg of redis-a' } },
    tasks: { d: { ref: 'T1', text: 'Raise maxmemory' } },
    questions: {
      e: { ref: 'Q1', text: 'Is data lost?', answer: { text: 'No.' } },
      f: { ref: 'Q2', text: 'Since when?', answer: null },
    },
  },
  people: [
    { userId: 'u1', name: 'Ana Maria' },
    { userId: 'u2', name: 'Bo' },
    { userId: 'u3', name: 'Mariana' },
    { userId: 'u4', name: 'Cy', alias: 'cy@example.org' },
  ],
  lines: () => [
    { seq: 1, kind: 'incident', text: 'Ana Maria declared INC-1', redacted: false },
    { seq: 2, kind: 'note', text: 'Redis was restarted', redacted: false },
    { seq: 3, kind: 'note', text: '[redacted by Bo]', redacted: true },
    { seq: 21, kind: 'note', text: 'Errors are gone', redacted: false },
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
    // What was answered is answered once for all.
    expect(titles('/answer ')).toEqual(['Q2']);
  });

  it('finds references by number, and by their words after #', () => {
    expect(titles('see H')).toEqual([]);
    expect(titles('see H1')).toEqual(['H1']);
    expect(titles('see #redis')).toEqual(['H1', 'E1']);
    expect(at('see H1')?.isWhole).toBe(true);
  });

  it('never takes the number of a line for a word to look for', () => {
    expect(titles('see #1')).toEqual([]);
    expect(titles('/note #1')).toEqual([]);
  });

  it('offers lines after a command that takes one, the newest first, and lets a whole number be sent', () => {
    expect(titles('/pin ')).toEqual(['#21', '#2', '#1']);
    expect(titles('/edit ')).toEqual(['#21', '#2']);
    expect(titles('/move #2')).toEqual(['#21', '#2']);
    expect(at('/move #2')?.isWhole).toBe(true);
    expect(titles('/redact #redis')).toEqual(['#2']);
    expect(titles('/redact E')).toEqual(['E1']);
    expect(at('/edit #2')?.choices[1]).toMatchObject({ insert: '#2 ', detail: 'Redis was restarted' });
  });

  it('finds people by the beginning of their name first', () => {
    expect(titles('ask @mar')).toEqual(['Mariana', 'Ana Maria']);
    expect(titles('mail@mar')).toEqual([]);
    expect(at('ask @cy')?.choices).toMatchObject([{ insert: '@Cy (cy@example.org) ', title: 'Cy', detail: 'cy@example.org' }]);
  });

  it('puts the choice where the word was', () => {
    const completion = at('ask @bo now', 7);
    expect(completion?.from).toBe(4);
    expect(withChoice('ask @bo now', 7, 4, completion!.choices[0]!)).toEqual({ text: 'ask @Bo now', caret: 8 });
  });
});
