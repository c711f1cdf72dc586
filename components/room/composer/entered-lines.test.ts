import fc from 'fast-check';
import { expect, test } from 'vitest';
import { enterLine, giveBack, withoutFirst, type EnteredLines } from './entered-lines';

const line = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== '');

test('[O1] lines entered while an earlier one is being saved stay apart, whenever that one is safe', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), fc.infiniteStream(fc.boolean()), (typed, saves) => {
      let entered: EnteredLines = [];
      let field = '';
      const saved: string[] = [];
      const save = () => {
        const [first] = entered;
        if (first === undefined) return;
        field = withoutFirst(entered, field);
        entered = entered.slice(1);
        saved.push(first);
      };
      for (const text of typed) {
        field += text;
        entered = enterLine(entered, field) ?? entered;
        if (saves.next().value) save();
      }
      while (entered.length > 0) save();
      expect(saved).toEqual(typed);
      expect(field).toBe('');
    }),
  );
});

test('Enter on an empty field, or twice, enters nothing', () => {
  expect(enterLine([], '  ')).toBeNull();
  expect(enterLine(['one'], 'one')).toBeNull();
});

test('a refused line gives back all that waited behind it, each on its own line', () => {
  expect(giveBack(['/assign x', 'two'], '/assign xtwothr')).toBe('/assign x\ntwo\nthr');
  expect(giveBack(['/assign x'], '/assign x')).toBe('/assign x');
});

test('who changes an entered line before it is safe keeps what stands there', () => {
  expect(withoutFirst(['one'], 'oXne')).toBe('oXne');
  expect(giveBack(['one', 'two'], 'oXnetwo')).toBe('oXnetwo');
});
