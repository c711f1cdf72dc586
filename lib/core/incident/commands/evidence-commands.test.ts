import { describe, expect, it } from 'vitest';
import { asIs, checkRules } from '../testing/rules';
import { busyRoom, type Room, uuid } from '../testing/room';

const reason = { because: 'a password' };
const image = { contentType: 'image/png', sizeBytes: 9, lineCount: null, preview: '', sha256: 'b'.repeat(64), maskedCount: 0 };
const upload = uuid(7, 1);
const text = '$ ss -s\nTotal: 9';
const redacted = (room: Room) => room.do('bo', 'evidence.redact', { evidence: 'E1', ...reason });
const weighed = (room: Room) => room.do('bo', 'evidence.weigh', { evidence: 'E1', hypothesis: 'H1', value: -2 });

describe('attaching', () => {
  checkRules(it, [
    ['anyone in the room does', asIs, 'cy', 'evidence.add', { text }, 'ok'],
    ['not a viewer', asIs, 'viewer', 'evidence.add', { text }, ['forbidden', /viewer/]],
    ['an upload', asIs, 'cy', 'evidence.add', { upload }, 'ok', { body: image }],
    ['an upload that never came', asIs, 'cy', 'evidence.add', { upload }, ['invalid', /upload a file first/]],
    ['nothing', asIs, 'cy', 'evidence.add', {}, ['invalid', /Paste the output/]],
    ['empty output', asIs, 'cy', 'evidence.add', { text: ' \n' }, ['invalid', /nothing in it/]],
    ['text and an upload', asIs, 'cy', 'evidence.add', { text, upload }, ['invalid', /not both/]],
    ['a paste of a megabyte', asIs, 'cy', 'evidence.add', { text: 'x'.repeat(1e6) }, ['invalid', /200,000/]],
    ['a kind that is none', asIs, 'cy', 'evidence.add', { text, kind: 'opinion' as 'log' }, 'invalid'],
    ['to a hypothesis', asIs, 'cy', 'evidence.add', { text, hypothesis: 'H1', value: -1 }, 'ok'],
    ['to one that is not there', asIs, 'cy', 'evidence.add', { text, hypothesis: 'H9' }, ['not_found', /H9/]],
    ['a weight on nothing', asIs, 'cy', 'evidence.add', { text, value: 1 }, ['invalid', /Name the hypothesis/]],
    ['a weight of 3', asIs, 'cy', 'evidence.add', { text, hypothesis: 'H1', value: 3 as 2 }, ['invalid', /from -2/]],
    [
      'a window',
      asIs,
      'cy',
      'evidence.add',
      { text, window: { from: '2026-11-23T15:00:00Z', to: '2026-11-23T16:00:00Z' } },
      'ok',
    ],
    [
      'a window turned round',
      asIs,
      'cy',
      'evidence.add',
      { text, window: { from: '2026-11-23T16:00:00Z', to: '2026-11-23T15:00:00Z' } },
      ['invalid', /ends before it begins/],
    ],
    [
      'a window ahead',
      asIs,
      'cy',
      'evidence.add',
      { text, window: { from: '2026-11-24T16:00:00Z', to: '2026-11-24T17:00:00Z' } },
      ['invalid', /future/],
    ],
  ]);

  it('sees kind, title and command from the first line', () => {
    const room = busyRoom().do('cy', 'evidence.add', { text: '\n\u001b[32m$ dmesg -T | tail\u001b[0m\nOOM\n' });
    expect(room.evidence('E3')).toMatchObject({
      id: room.last.commandId,
      kind: 'command',
      title: 'dmesg -T | tail',
      source: { command: 'dmesg -T | tail', host: null, url: null, query: null },
      lineCount: 3,
      attachedBy: { name: 'Cy' },
    });
  });

  it.each([
    ['ERROR connection refused\nmore', { kind: 'log', title: 'ERROR connection refused' }],
    ['\u202eabc\u0007', { kind: 'log', title: 'abc' }],
    ['x'.repeat(500), { title: 'x'.repeat(200) }],
    ['\u001b[0m', { title: 'Untitled' }],
  ])('titles %j', (pasted, expected) => {
    expect(busyRoom().do('cy', 'evidence.add', { text: pasted }).evidence('E3')).toMatchObject(expected);
  });

  it('takes an image for an image', () => {
    const room = busyRoom().do('cy', 'evidence.add', { upload }, { body: image });
    expect(room.evidence('E3')).toMatchObject({ kind: 'image', title: 'Image', contentType: 'image/png', lineCount: null });
  });

  it('shows on the card before it is weighed', () => {
    const room = busyRoom().do('cy', 'evidence.add', { text, hypothesis: 'H1' });
    expect(Object.values(room.state.bearings)).toMatchObject([{ hypothesisId: room.hypothesis('H1').id, value: 0, note: null }]);
  });
});

describe('weighing, retitling, redacting', () => {
  const pair = { evidence: 'E1', hypothesis: 'H1' };
  checkRules(it, [
    ['anyone weighs', asIs, 'cy', 'evidence.weigh', { ...pair, value: 1 }, 'ok'],
    ['the last one wins', weighed, 'cy', 'evidence.weigh', { ...pair, value: 2 }, 'ok'],
    ['the same again', weighed, 'cy', 'evidence.weigh', { ...pair, value: -2 }, ['conflict', /weighed so on H1 already by Bo/]],
    ['the same with a note', weighed, 'cy', 'evidence.weigh', { ...pair, value: -2, note: 'clear' }, 'ok'],
    ['a weight between', asIs, 'cy', 'evidence.weigh', { ...pair, value: 0.5 as 1 }, 'invalid'],
    ['what is not there', asIs, 'cy', 'evidence.weigh', { ...pair, evidence: 'E9', value: 1 }, ['not_found', /E9/]],
    ['on what is not there', asIs, 'cy', 'evidence.weigh', { ...pair, hypothesis: 'H9', value: 1 }, ['not_found', /H9/]],
    ['what was redacted', redacted, 'cy', 'evidence.weigh', { ...pair, value: 1 }, ['rule', /E1 was redacted/]],
    ['anyone retitles', asIs, 'cy', 'evidence.retitle', { evidence: 'E1', title: 'Postgres answers' }, 'ok'],
    ['nothing to change', asIs, 'cy', 'evidence.retitle', { evidence: 'E1' }, ['invalid', /new title/]],
    [
      'nothing changes',
      asIs,
      'cy',
      'evidence.retitle',
      { evidence: 'E1', title: 'pg_isready', kind: 'command' },
      ['conflict', /already/],
    ],
    ['retitling what was redacted', redacted, 'cy', 'evidence.retitle', { evidence: 'E1', title: 'x' }, ['rule', /redacted/]],
    ['retitling what is not there', asIs, 'cy', 'evidence.retitle', { evidence: 'E9', title: 'x' }, 'not_found'],
    ['who attached it redacts', asIs, 'bo', 'evidence.redact', { evidence: 'E1', ...reason }, 'ok'],
    ['the commander redacts', asIs, 'ana', 'evidence.redact', { evidence: 'E1', ...reason }, 'ok'],
    ['an administrator redacts', asIs, 'admin', 'evidence.redact', { evidence: 'E1', ...reason }, 'ok'],
    ['others ask', asIs, 'cy', 'evidence.redact', { evidence: 'E1', ...reason }, ['forbidden', /Bo attached E1. Ask Bo/]],
    ['redacting twice', redacted, 'bo', 'evidence.redact', { evidence: 'E1', ...reason }, ['conflict', /already by Bo/]],
    ['redacting without a reason', asIs, 'bo', 'evidence.redact', { evidence: 'E1', because: '' }, 'invalid'],
    ['redacting what is not there', asIs, 'bo', 'evidence.redact', { evidence: 'E9', ...reason }, 'not_found'],
  ]);

  it('leaves a tombstone', () => {
    const room = redacted(busyRoom());
    expect(JSON.stringify(room.evidence('E1'))).not.toContain('pg_isready');
    expect(room.evidence('E1')).toMatchObject({ title: 'Redacted', preview: '', redacted: { name: 'Bo', ...reason } });
  });
});
