import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatLogText, looksLikeLog, parseLogText } from './log-text';

const now = '2026-11-23T18:00:00.000Z';
const read = (text: string, offsetMin = 0) => {
  const parsed = parseLogText(text, { now, offsetMin });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.lines.map(({ at, text: said }) => `${at.replace(':00.000Z', 'Z')} ${said}`);
};
const issues = (text: string) => {
  const parsed = parseLogText(text, { now, offsetMin: 0 });
  return parsed.ok ? [] : parsed.issues.map(({ line, message }) => `${line}: ${message}`);
};

describe('a log written by hand', () => {
  it('is read line by line', () => {
    const text = `16:05 - Alert fired: 500 errors spike on /api/orders
16:06 - Checked recent deploys: v2.3.1 deployed at 16:00
16:08 - Error logs show: "connection refused to redis"
16:20 - Error rate back to normal, monitoring
`;
    expect(read(text)).toEqual([
      '2026-11-23T16:05Z Alert fired: 500 errors spike on /api/orders',
      '2026-11-23T16:06Z Checked recent deploys: v2.3.1 deployed at 16:00',
      '2026-11-23T16:08Z Error logs show: "connection refused to redis"',
      '2026-11-23T16:20Z Error rate back to normal, monitoring',
    ]);
  });

  it.each([
    ['16:05 text', '2026-11-23T16:05Z text'],
    ['9:05 text', '2026-11-23T09:05Z text'],
    ['16:05 – text', '2026-11-23T16:05Z text'],
    ['16:05 — text', '2026-11-23T16:05Z text'],
    ['16:05 | text', '2026-11-23T16:05Z text'],
    ['16:05-text', '2026-11-23T16:05Z text'],
    ['16:05\ttext', '2026-11-23T16:05Z text'],
    ['[16:05] text', '2026-11-23T16:05Z text'],
    ['- 16:05 text', '2026-11-23T16:05Z text'],
    ['* 16:05 - text', '2026-11-23T16:05Z text'],
    ['16:05:10 - text', '2026-11-23T16:05:10.000Z text'],
    ['16:05:10.25 - text', '2026-11-23T16:05:10.250Z text'],
    ['16:05 UTC - text', '2026-11-23T16:05Z text'],
    ['16:05Z - text', '2026-11-23T16:05Z text'],
    ['2026-11-22 16:05 - text', '2026-11-22T16:05Z text'],
    ['2026-11-22T16:05:00Z text', '2026-11-22T16:05Z text'],
    ['2026-11-22T16:05:00+02:00 text', '2026-11-22T14:05Z text'],
    ['2026-11-22T16:05:00-05:30 - text', '2026-11-22T21:35Z text'],
    ['2026-11-22 16:05:00+02:00 text', '2026-11-22T14:05Z text'],
    ['2026-11-22\n16:05 - text', '2026-11-22T16:05Z text'],
    ['16:05 - - text', '2026-11-23T16:05Z - text'],
    ['16:05\n  text', '2026-11-23T16:05Z text'],
    ['\uFEFF16:05 - text\r\n', '2026-11-23T16:05Z text'],
    ['    16:05 - text', '2026-11-23T16:05Z text'],
    ['# a heading\n# another\n16:05 - text', '2026-11-23T16:05Z text'],
  ])('takes %j', (text, expected) => expect(read(text)).toEqual([expected]));

  it('takes lines without a time into the entry above', () => {
    expect(read('16:05 - one\ntwo\n\n  three\n    four\n16:06 - next')).toEqual([
      '2026-11-23T16:05Z one\ntwo\nthree\n  four',
      '2026-11-23T16:06Z next',
    ]);
  });

  it('takes an indented time for output, not for an entry', () => {
    expect(read('16:05 - saw\n  16:04:59 error')).toEqual(['2026-11-23T16:05Z saw\n16:04:59 error']);
  });

  it('takes a time later than now for the day before', () => {
    expect(read('19:00 - a\n19:05 - b')).toEqual(['2026-11-22T19:00Z a', '2026-11-22T19:05Z b']);
  });

  it('goes forward over midnight', () => {
    expect(read('23:50 - a\n00:10 - b')).toEqual(['2026-11-22T23:50Z a', '2026-11-23T00:10Z b']);
    expect(read('23:50 - a\n00:10 - b\n23:55 - c\n00:05 - d')).toEqual([
      '2026-11-21T23:50Z a',
      '2026-11-22T00:10Z b',
      '2026-11-22T23:55Z c',
      '2026-11-23T00:05Z d',
    ]);
  });

  it('takes a line that was added late for the same day', () => {
    expect(read('16:10 - a\n16:05 - b')).toEqual(['2026-11-23T16:10Z a', '2026-11-23T16:05Z b']);
  });

  it('follows a day that is named, before and after it', () => {
    expect(read('23:50 - a\n2026-11-20 00:10 - b\n00:20 - c\n2026-11-21\n00:05 - d')).toEqual([
      '2026-11-19T23:50Z a',
      '2026-11-20T00:10Z b',
      '2026-11-20T00:20Z c',
      '2026-11-21T00:05Z d',
    ]);
  });

  it('is read in the zone of who wrote it', () => {
    expect(read('16:05 - a', 120)).toEqual(['2026-11-23T14:05Z a']);
    expect(read('23:30 - a', -300)).toEqual(['2026-11-23T04:30Z a']);
    expect(read('16:05Z - a', 120)).toEqual(['2026-11-23T16:05Z a']);
    expect(read('2026-11-23 01:00 - a', 345)).toEqual(['2026-11-22T19:15Z a']);
  });

  it.each([
    ['', /^1: There is no line/],
    ['title\n16:05 - a', /^1: This line has no time/],
    ['16:05 - a\n25:00 - b', /^2: There is no such time as 25:00/],
    ['16:61 - a', /^1: There is no such time/],
    ['2026-02-30 16:05 - a', /^1: There is no such time/],
    ['2026-02-30\n16:05 - a', /^1: There is no day 2026-02-30/],
    ['16:05 - a\n16:06\n16:07 - c', /^2: This line has a time and no text/],
    ['2027-11-23 16:05 - a', /^1: That time is in the future/],
    ['2020-11-23 16:05 - a', /^1: That time is more than a year ago/],
  ])('says what is wrong with %j', (text, expected) => expect(issues(text)[0]).toMatch(expected));

  it('answers with nothing where one line is wrong', () => {
    expect(issues('16:05 - a\n99:99 - b\n98:98 - c')).toHaveLength(2);
  });
});

describe('formatting', () => {
  it('names the day where it changes', () => {
    const lines = [
      { at: '2026-11-22T23:50:30.000Z', text: 'a\nb' },
      { at: '2026-11-23T00:10:00.000Z', text: 'c' },
    ];
    expect(formatLogText(lines, { offsetMin: 0 })).toBe('2026-11-22\n23:50 - a\n  b\n2026-11-23\n00:10 - c\n');
    expect(formatLogText(lines, { offsetMin: 60 })).toBe('2026-11-23\n00:50 - a\n  b\n01:10 - c\n');
  });

  const latest = Date.parse('2026-11-23T17:59:59.999Z');
  const time = fc.integer({ min: latest - 300 * 86_400_000, max: latest }).map((ms) => new Date(ms).toISOString());
  const near = fc.integer({ min: latest - 4 * 86_400_000, max: latest }).map((ms) => new Date(ms).toISOString());
  const word = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('16:05', '- ', '2026-11-23', '  ', '\n', '# x', '[16:05]', '|', '25:00 x', '16:05Z', 'UTC', '-05:00'),
  );
  const text = fc
    .array(word, { minLength: 1, maxLength: 6 })
    .map((words) => words.join('').replaceAll('\r', '').trim())
    .filter((said) => said !== '' && !said.split('\n').some((line) => line !== '' && line.trim() === ''));

  it('is the inverse of reading, to the minute', () => {
    const line = fc.record({ at: fc.oneof(time, near), text });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), fc.integer({ min: -840, max: 840 }), (lines, offsetMin) => {
        const parsed = parseLogText(formatLogText(lines, { offsetMin }), { now, offsetMin });
        const minutes = lines.map((one) => ({ ...one, at: `${one.at.slice(0, 16)}:00.000Z` }));
        expect(parsed).toEqual({ ok: true, lines: minutes });
      }),
      { seed: 41, numRuns: 1000 },
    );
  });
});

it('reads anything at all without throwing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.integer({ min: -840, max: 840 }), (text, offsetMin) => {
      expect(typeof parseLogText(text, { now, offsetMin }).ok).toBe('boolean');
      expect(typeof looksLikeLog(text)).toBe('boolean');
    }),
    { seed: 42, numRuns: 2000 },
  );
});

it.each([
  ['16:05 - a\n16:06 - b', true],
  ['[16:05] a\nmore\n[16:06] b', true],
  ['16:05 - a\nb', false],
  ['16:05\n16:06', false],
  ['99:05 a\n98:06 b', false],
  ['$ uptime\n 16:05:01 up 3 days', false],
  ['hello', false],
])('tells whether %j looks like a log', (text, expected) => expect(looksLikeLog(text)).toBe(expected));

it('reads a million characters in a moment', () => {
  const started = performance.now();
  for (const unit of [' ', '1', '16:05 ', '16:05 -', '\n', '2026-11-23T', '+02:00']) {
    const text = unit.repeat(Math.ceil(1e6 / unit.length));
    parseLogText(text, { now, offsetMin: 0 });
    looksLikeLog(text);
  }
  expect(performance.now() - started).toBeLessThan(3000);
});
