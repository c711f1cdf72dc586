import { afterAll } from 'vitest';
import { testDatabase } from '@/lib/db/testing/test-database';
import type { ServicesDeps } from '@/lib/services/services';
import { apiOver, type ApiOver } from './api-over';

/** The API over a database of this test file's own. */
export async function testApi(overrides: Partial<ServicesDeps> = {}): Promise<ApiOver> {
  const db = await testDatabase();
  afterAll(() => db.close());
  return apiOver(db, overrides);
}
