import { describe, expect, it } from 'vitest';
import type { Reply } from './http';
import { outcomeOf, uploadQuery } from './send-command';
import { problemOf } from './testing/outbox-parts';

const said = (status: number, code: Parameters<typeof problemOf>[1], retryAfterMs: number | null = null): Reply<never> => ({
  kind: 'problem',
  problem: problemOf(status, code, 'in words'),
  retryAfterMs,
});
const nobody = (status: number | null): Reply<never> => ({ kind: 'silence', status, retryAfterMs: null });

describe('[O2] an answer to a command', () => {
  it.each([
    ['a lost network', nobody(null), 'later'],
    ['a page of a proxy', nobody(200), 'later'],
    ['a bad gateway', nobody(502), 'later'],
    ['a 403 that is not in our words', nobody(403), 'later'],
    ['a broken server', said(500, 'failed'), 'later'],
    ['a database that is away', said(503, 'unavailable'), 'later'],
    ['too many', said(429, 'too_many'), 'later'],
    ['signed out', said(401, 'unauthenticated'), 'signed-out'],
    ['makes no sense', said(400, 'invalid'), 'refused'],
    ['not allowed', said(403, 'forbidden'), 'refused'],
    ['no longer there', said(404, 'not_found'), 'refused'],
    ['somebody was faster', said(409, 'conflict'), 'refused'],
    ['against a rule', said(409, 'rule'), 'refused'],
    ['too large', said(413, 'too_large'), 'refused'],
    ['the same id for something else', said(422, 'mismatch'), 'refused'],
  ])('%s', (_title, reply, kind) => {
    expect(outcomeOf(reply).kind).toBe(kind);
  });

  it('says how long to wait, where it does', () => {
    expect(outcomeOf(said(429, 'too_many', 7000))).toEqual({ kind: 'later', retryAfterMs: 7000 });
  });

  it('[O4] that is refused for its size on the way is not sent again', () => {
    expect(outcomeOf(nobody(413))).toMatchObject({ kind: 'refused', problem: { code: 'too_large' } });
  });
});

it('a file goes with the fields that its address can carry', () => {
  const input = {
    title: 'dmesg & more',
    hypothesis: 'H2',
    value: -2,
    kind: null,
    source: { command: 'dmesg -T', host: null },
    upload: 'its id',
  };
  expect(uploadQuery(input, '2026-11-23T16:05:00+01:00')).toBe(
    'hypothesis=H2&title=dmesg+%26+more&value=-2&command=dmesg+-T&at=2026-11-23T16%3A05%3A00%2B01%3A00',
  );
});
