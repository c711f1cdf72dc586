import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logLines } from '../describe';
import { parseLogText } from '../log-text';
import { runThrough } from '../testing/every-event';
import { busyRoom } from '../testing/room';
import { markdownLine, markdownLines } from './escape-markdown';
import { exportJson } from './json';
import { exportMarkdown } from './markdown';
import { exportText } from './text';

const room = runThrough();
const utc = { offsetMin: 0 };

describe('the log as text', () => {
  it('reads as people write it', () => {
    const here = busyRoom().do('bo', 'log.write', { text: 'Error logs show: "connection refused"\nsecond line' });
    expect(exportText(here.state, here.events, utc)).toBe(`# INC-7 500 errors on /api/orders
# SEV2, investigating, impact since 2026-11-23 16:00 UTC
# Times are UTC.
2026-11-23
16:00 - Ana declared INC-7: 500 errors on /api/orders (SEV2)
16:00 - Ana took command
16:00 - Bo proposed H1: Postgres is overloaded
16:00 - Bo proposed H2: Redis is out of memory
16:00 - Bo attached E1: pg_isready
16:00 - Bo attached E2: dmesg -T
16:00 - Ana added T1: Raise maxmemory
16:00 - Error logs show: "connection refused"
  second line
`);
  });

  it.each([0, 120, -570])('is read back line by line, %i minutes east of UTC', (offsetMin) => {
    const text = exportText(room.state, room.events, { offsetMin });
    const parsed = parseLogText(text, { now: room.now, offsetMin });
    const lines = logLines(room.state, room.events, offsetMin).map(({ at, text: said }) => ({
      at: `${at.slice(0, 16)}:00.000Z`,
      text: said,
    }));
    expect(parsed).toEqual({ ok: true, lines });
  });
});

describe('the incident as JSON', () => {
  it('holds the log, the parts and every event', () => {
    const exported = JSON.parse(exportJson(room.state, room.events, utc));
    expect(exported).toMatchObject({ format: 'warroom-incident', version: 1, incident: { key: 'INC-7', severity: 'SEV1' } });
    expect(exported.log).toEqual(JSON.parse(JSON.stringify(logLines(room.state, room.events))));
    expect(exported.events).toHaveLength(room.events.length);
    expect(exported.hypotheses.map((one: { ref: string }) => one.ref)).toEqual(['H1', 'H2', 'H3']);
  });
});

describe('the incident as Markdown', () => {
  const document = exportMarkdown(room.state, room.events, utc);

  it('holds facts, log, hypotheses with verdicts and evidence, and tasks', () => {
    expect(document).toContain('# INC-7 Orders fail\n');
    expect(document).toContain('| Severity | SEV1 |');
    expect(document).toContain('\n### 2026-11-23\n');
    expect(document).toContain('- **15:59** Bo: Alert fired\\\n  again');
    expect(document).toContain(
      '- **H1** Postgres is overloaded (rejected)\n  - rejected by Cy: Postgres answers\n  - E1 -- psql -c "select 1"',
    );
    expect(document).toContain('- [x] **T1** Raise maxmemory (mitigation, done, Bo): raised to 192 MB');
    expect(document).not.toContain('hunter2');
  });

  it.each([
    ['![x](https://evil.example/pixel.png)', '\\!\\[x\\](<https://evil.example/pixel.png)>'],
    ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)\\>'],
    ['[click](javascript:alert(1))', '\\[click\\](javascript:alert(1))'],
    ['# heading', '\\# heading'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['1) item', '1\\) item'],
    ['=== title', '\\=== title'],
    ['a | b', 'a \\| b'],
    ['`code` **bold** _it_ ~~no~~', '\\`code\\` \\*\\*bold\\*\\* \\_it\\_ \\~\\~no\\~\\~'],
    ['&lt;b&gt; $x$', '\\&lt;b\\&gt; \\$x\\$'],
    ['a\\', 'a\\\\'],
    ['see https://x.example/a_b|c', 'see <https://x.example/a_b%7Cc>'],
    ['a\u0000b\u001b[31m', 'ab\\[31m'],
  ])('lets %j stand for itself', (text, expected) => expect(markdownLine(text)).toBe(expected));

  it('keeps every text on its own line, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        expect(markdownLine(text)).not.toMatch(/[\r\n\u2028\u2029]/);
        for (const line of markdownLines(text, '').split('\\\n')) expect(line).not.toMatch(/^ |\n/);
      }),
      { seed: 9, numRuns: 1000 },
    );
  });

  it('leaves no markup unescaped outside of web addresses', () => {
    const markup = fc.array(
      fc.constantFrom(
        '!',
        '[',
        ']',
        '(',
        ')',
        '<',
        '>',
        '`',
        '*',
        '_',
        '|',
        '\\',
        '&',
        '#',
        '$',
        '~',
        'a',
        ' ',
        'http:',
        '//x',
        '\n',
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(markup, (parts) => {
        const escaped = markdownLine(parts.join('')).replace(/<https?:\/\/[^\s<>"'`\\]+>/g, '');
        expect(escaped.replace(/\\[\\`*_{}[\]<>#|~&!$+\-=:]/g, '')).not.toMatch(/[`*_[\]<>#|~&!$\\]/);
      }),
      { seed: 10, numRuns: 3000 },
    );
  });
});

it('an incident of 10,000 lines is written in a moment', () => {
  const here = busyRoom();
  for (let n = 0; n < 20; n++) {
    const lines = Array.from({ length: 500 }, (_, index) => ({ at: '2026-11-23T15:00:00Z', text: `line ${n * 500 + index}` }));
    here.do('bo', 'log.import', { lines });
  }
  const started = performance.now();
  for (const write of [exportText, exportMarkdown, exportJson])
    expect(write(here.state, here.events, utc)).toContain('line 9999');
  expect(performance.now() - started).toBeLessThan(3000);
});
