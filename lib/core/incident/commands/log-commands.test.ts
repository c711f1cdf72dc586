import { describe, expect, it } from 'vitest';
import { entryOf } from '../ledger';
import { asIs, checkRules } from '../testing/rules';
import { PEOPLE, Room } from '../testing/room';

const reason = { because: 'it held a password' };
/** Line 3 is Bo's note. */
const noted = () => new Room().do('ana', 'command.take', {}).do('bo', 'log.write', { text: 'checked deploys' });
const redacted = (room: Room) => room.do('bo', 'log.redact', { entry: 3, ...reason });
const line = { at: '2026-11-23T15:59:00Z', text: 'x' };

describe('the log', () => {
  checkRules(
    it,
    [
      ['anyone in the room writes', asIs, 'cy', 'log.write', { text: 'a\nb' }, 'ok'],
      ['not a viewer', asIs, 'viewer', 'log.write', { text: 'x' }, ['forbidden', /viewer/]],
      ['not nothing', asIs, 'cy', 'log.write', { text: ' \n ' }, ['invalid', /Write something/]],
      ['not too much', asIs, 'cy', 'log.write', { text: 'x'.repeat(10_001) }, ['invalid', /10,000 characters.*evidence/]],
      ['not unknown fields', asIs, 'cy', 'log.write', { text: 'x', seq: 1 } as never, 'invalid'],
      ['not in the future', asIs, 'cy', 'log.write', { text: 'x' }, ['invalid', /future/], { at: '2026-11-23T17:00:00.000Z' }],
      ['not years ago', asIs, 'cy', 'log.write', { text: 'x' }, ['invalid', /year ago/], { at: '2020-11-23T17:00:00.000Z' }],
      ['the author rewords', asIs, 'bo', 'log.revise', { entry: 3, text: 'checked all deploys' }, 'ok'],
      ['the author moves', asIs, 'bo', 'log.revise', { entry: '#3', at: '2026-11-23T15:00:00Z' }, 'ok'],
      ['the commander rewords', asIs, 'ana', 'log.revise', { entry: 3, text: 'y' }, 'ok'],
      ['an administrator rewords', asIs, 'admin', 'log.revise', { entry: 3, text: 'y' }, 'ok'],
      [
        'the scribe rewords',
        (room) => room.do('cy', 'role.assign', { userId: PEOPLE.cy.userId, role: 'scribe' }),
        'cy',
        'log.revise',
        { entry: 3, text: 'y' },
        'ok',
      ],
      [
        'others ask',
        asIs,
        'cy',
        'log.revise',
        { entry: 3, text: 'y' },
        ['forbidden', /Bo wrote #3. Ask Bo, the scribe, the commander or an administrator/],
      ],
      ['nothing to change', asIs, 'bo', 'log.revise', { entry: 3 }, ['invalid', /new text/]],
      ['nothing changed', asIs, 'bo', 'log.revise', { entry: 3, text: 'checked deploys' }, ['conflict', /says so already/]],
      ['only notes', asIs, 'ana', 'log.revise', { entry: 2, text: 'y' }, ['rule', /#2 is not a note/]],
      ['only what exists', asIs, 'ana', 'log.revise', { entry: 99, text: 'y' }, ['not_found', /no log line #99/]],
      ['not into the future', asIs, 'bo', 'log.revise', { entry: 3, at: '2026-11-24T15:00:00Z' }, ['invalid', /future/]],
      ['not what was redacted', redacted, 'bo', 'log.revise', { entry: 3, text: 'y' }, ['conflict', /redacted already by Bo/]],
      ['the author redacts', asIs, 'bo', 'log.redact', { entry: 3, ...reason }, 'ok'],
      [
        'the scribe does not redact',
        (room) => room.do('cy', 'role.assign', { userId: PEOPLE.cy.userId, role: 'scribe' }),
        'cy',
        'log.redact',
        { entry: 3, ...reason },
        ['forbidden', /Bo wrote #3/],
      ],
      ['redacting needs a reason', asIs, 'bo', 'log.redact', { entry: 3, because: '' }, ['invalid', /Write something/]],
      ['redacting twice', redacted, 'bo', 'log.redact', { entry: 3, ...reason }, ['conflict', /already/]],
      ['anyone pins', asIs, 'cy', 'log.pin', { entry: 1 }, 'ok'],
      [
        'pinning twice',
        (room) => room.do('cy', 'log.pin', { entry: 1 }),
        'bo',
        'log.pin',
        { entry: 1 },
        ['conflict', /#1 is pinned already/],
      ],
      ['unpinning what is not pinned', asIs, 'bo', 'log.pin', { entry: 1, pinned: false }, ['conflict', /not pinned/]],
      ['pinning what is not there', asIs, 'bo', 'log.pin', { entry: 9 }, ['not_found', /no log line #9/]],
      ['a whole log at once', asIs, 'bo', 'log.import', { lines: [line, line] }, 'ok'],
      ['not an empty one', asIs, 'bo', 'log.import', { lines: [] }, ['invalid', /no line/]],
      ['not more than 500 lines', asIs, 'bo', 'log.import', { lines: Array(501).fill(line) }, ['invalid', /more than 500 lines/]],
      [
        'not with a line in the future',
        asIs,
        'bo',
        'log.import',
        { lines: [line, { ...line, at: '2026-11-24T15:00:00Z' }] },
        ['invalid', /line 2 is in the future/],
      ],
    ],
    noted,
  );

  it('takes 500 lines at their own times as one command', () => {
    const lines = Array.from({ length: 500 }, (_, n) => ({
      at: new Date(Date.parse('2026-11-23T10:00:00Z') + n * 1000).toISOString(),
      text: `${n}`,
    }));
    const room = noted().do('bo', 'log.import', { lines });
    expect(room.state.seq).toBe(503);
    expect(room.events.slice(3).map(({ at, type, commandId }) => [at, type, commandId])).toEqual(
      lines.map(({ at }) => [at, 'log.written', room.last.commandId]),
    );
  });

  it('keeps earlier wordings and times, until they are redacted', () => {
    const room = noted();
    const first = room.last.at;
    room.do('bo', 'log.revise', { entry: 3, text: 'second' }).do('bo', 'log.revise', { entry: 3, at: '2026-11-23T15:00:00Z' });
    const entry = entryOf(room.state.entries, 3);
    expect(entry).toMatchObject({ text: 'second', at: '2026-11-23T15:00:00.000Z', authorId: PEOPLE.bo.userId });
    expect(entry?.revisions).toMatchObject([
      { text: 'checked deploys', at: first },
      { text: 'second', at: first },
    ]);
    redacted(room);
    expect(JSON.stringify(entryOf(room.state.entries, 3))).not.toMatch(/second|deploys/);
  });

  it('leaves the time of a pinned line alone', () => {
    const room = noted().do('cy', 'log.pin', { entry: 1 });
    expect(entryOf(room.state.entries, 1)).toMatchObject({ pinned: true, at: null });
  });
});
