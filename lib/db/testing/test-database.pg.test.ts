import { afterAll, expect, test } from 'vitest';
import { sqlToSchema } from '@/lib/db/compare-schema';
import { testDatabase } from './test-database';

const database = await testDatabase();
afterAll(() => database.close());

test('the migrations lead to exactly what the schema says', async () => {
  expect(await sqlToSchema(database.url)).toBe('');
});

test('Prisma and raw SQL see the same database', async () => {
  await database.prisma.setting.create({ data: { name: 'colour', value: 'grey' } });
  const { rows } = await database.pool.query(`select value from setting where name = 'colour'`);
  expect(rows).toEqual([{ value: 'grey' }]);
});

test('every test database has its own epoch', async () => {
  const other = await testDatabase();
  expect(other.epoch).toMatch(/^[0-9a-f-]{36}$/);
  expect(other.epoch).not.toBe(database.epoch);
  await other.close();
});
