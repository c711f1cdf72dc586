import { uuidv7 } from 'uuidv7';
import { expect, it } from 'vitest';
import { EXPECTED_USER } from '@/lib/contracts/expected-user';
import { testApi } from './testing/test-api';

const t = await testApi();

it('[O5] what one person wrote is not taken from another who signed in meanwhile', async () => {
  const [ana, bo] = [await t.person('responder'), await t.person('responder')];
  const path = `/api/v1/incidents/${await t.declare(ana)}/commands`;
  const body = { id: uuidv7(), name: 'log.write', input: { text: 'a note' } };
  const refused = await t.call(bo, 'POST', path, { body, headers: { [EXPECTED_USER]: ana.userId } });
  expect([refused.status, refused.json['code']]).toEqual([401, 'unauthenticated']);
  const taken = await t.call(ana, 'POST', path, { body, headers: { [EXPECTED_USER]: ana.userId } });
  expect([taken.status, taken.json['seq']]).toEqual([200, 2]);
});
