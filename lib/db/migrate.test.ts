import { expect, test } from 'vitest';
import { pending } from './migrate';

const known = ['1_first', '2_second', '3_third'].map((name) => ({ name, sql: '', checksum: `sum of ${name}` }));
const applied = (...names: string[]) => names.map((name) => ({ migration_name: name, checksum: `sum of ${name}` }));

test('what is missing is what was not applied, in its order', () => {
  expect(pending(known, applied('1_first')).map(({ name }) => name)).toEqual(['2_second', '3_third']);
  expect(pending(known, applied('3_third', '1_first', '2_second'))).toEqual([]);
});

test('a database newer than the application is refused', () => {
  expect(() => pending(known, applied('1_first', '4_fourth'))).toThrow(
    /^The database is newer than this Warroom \(it has 4_fourth\)\./,
  );
});

test('a migration that was changed after it was applied is refused', () => {
  expect(() => pending(known, [{ migration_name: '1_first', checksum: 'another' }])).toThrow(
    /^The migration 1_first is not the one/,
  );
});
