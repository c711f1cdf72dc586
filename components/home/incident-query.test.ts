import { describe, expect, it } from 'vitest';
import { isAsking, NO_QUERY, queryText, readQuery } from './incident-query';

describe('the query in the address', () => {
  it('comes back as it was written', () => {
    const query = { q: 'redis & co', status: ['resolved' as const], severity: ['SEV1' as const, 'SEV3' as const] };
    expect(queryText(query)).toBe('q=redis+%26+co&status=resolved&severity=SEV1,SEV3');
    expect(readQuery(new URLSearchParams(queryText(query)))).toEqual(query);
  });

  it('leaves out what makes no sense', () => {
    expect(readQuery(new URLSearchParams('status=gone,closed&severity=SEV9&x=1'))).toEqual({
      q: '',
      status: ['closed'],
      severity: [],
    });
    expect(readQuery(new URLSearchParams(`q=${'a'.repeat(500)}`)).q).toHaveLength(200);
  });

  it('asks for nothing when there is nothing but spaces', () => {
    expect(isAsking({ ...NO_QUERY, q: '  ' })).toBe(false);
    expect(isAsking(readQuery(new URLSearchParams('severity=SEV2')))).toBe(true);
  });
});
