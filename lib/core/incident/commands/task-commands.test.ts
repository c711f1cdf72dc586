import { describe, expect, it } from 'vitest';
import { asIs, checkRules } from '../testing/rules';
import { busyRoom, PEOPLE, type Room, STRANGER } from '../testing/room';

const { bo, cy, viewer } = PEOPLE;
const owned = (room: Room) => room.do('bo', 'task.assign', { task: 'T1', userId: bo.userId });
const done = (room: Room) => room.do('bo', 'task.finish', { task: 'T1', outcome: 'raised to 192 MB' });

describe('tasks', () => {
  checkRules(it, [
    ['anyone adds one', asIs, 'cy', 'task.add', { text: 'x' }, 'ok'],
    ['not a viewer', asIs, 'viewer', 'task.add', { text: 'x' }, ['forbidden', /viewer/]],
    ['for oneself', asIs, 'cy', 'task.add', { text: 'x', ownerId: cy.userId }, 'ok'],
    ['not for others', asIs, 'cy', 'task.add', { text: 'x', ownerId: bo.userId }, ['forbidden', /Ana commands/]],
    ['the commander for others', asIs, 'ana', 'task.add', { text: 'x', ownerId: bo.userId, kind: 'communication' }, 'ok'],
    ['not for a viewer', asIs, 'ana', 'task.add', { text: 'x', ownerId: viewer.userId }, ['rule', /viewer/]],
    ['not for nobody', asIs, 'ana', 'task.add', { text: 'x', ownerId: STRANGER }, 'not_found'],
    ['for a hypothesis', asIs, 'cy', 'task.add', { text: 'x', hypothesis: 'H1' }, 'ok'],
    ['for one that is not there', asIs, 'cy', 'task.add', { text: 'x', hypothesis: 'H9' }, 'not_found'],
    ['due yesterday', asIs, 'cy', 'task.add', { text: 'x', dueAt: '2026-11-22T16:00:00Z' }, ['invalid', /passed already/]],
    ['due in years', asIs, 'cy', 'task.add', { text: 'x', dueAt: '2036-11-22T16:00:00Z' }, ['invalid', /year ahead/]],
    ['anyone claims what nobody has', asIs, 'bo', 'task.assign', { task: 'T1', userId: bo.userId }, 'ok'],
    [
      'nobody claims what somebody has',
      owned,
      'cy',
      'task.assign',
      { task: 'T1', userId: cy.userId },
      ['conflict', /Bo has T1 already/],
    ],
    ['its owner gives it back', owned, 'bo', 'task.assign', { task: 'T1', userId: null }, 'ok'],
    ['the commander gives it on', owned, 'ana', 'task.assign', { task: 'T1', userId: cy.userId }, 'ok'],
    ['nothing changes', owned, 'bo', 'task.assign', { task: 'T1', userId: bo.userId }, ['conflict', /T1 is Bo's already/]],
    ['only its time changes', owned, 'bo', 'task.assign', { task: 'T1', userId: bo.userId, dueAt: '2026-11-23T17:00:00Z' }, 'ok'],
    [
      'due in the past',
      owned,
      'bo',
      'task.assign',
      { task: 'T1', userId: bo.userId, dueAt: '2026-11-23T15:00:00Z' },
      ['invalid', /passed/],
    ],
    ['somebody was faster', owned, 'ana', 'task.assign', { task: 'T1', userId: cy.userId, was: null }, ['conflict', /Bo has T1/]],
    [
      'assigning what is done',
      done,
      'ana',
      'task.assign',
      { task: 'T1', userId: cy.userId },
      ['conflict', /finished already by Bo/],
    ],
    ['assigning what is not there', asIs, 'ana', 'task.assign', { task: 'T9', userId: null }, ['not_found', /no task T9/]],
    ['anyone finishes', asIs, 'cy', 'task.finish', { task: 'T1' }, 'ok'],
    ['finishing twice', done, 'cy', 'task.finish', { task: 'T1' }, ['conflict', /finished already by Bo at 16:00 UTC/]],
    ['finishing what is not there', asIs, 'cy', 'task.finish', { task: 'T9' }, 'not_found'],
    ['dropping with a reason', asIs, 'cy', 'task.drop', { task: 'T1', because: 'not needed' }, 'ok'],
    ['dropping without', asIs, 'cy', 'task.drop', { task: 'T1', because: '' }, 'invalid'],
    ['dropping what is done', done, 'cy', 'task.drop', { task: 'T1', because: 'x' }, ['conflict', /finished already/]],
    ['dropping what is not there', asIs, 'cy', 'task.drop', { task: 'T9', because: 'x' }, 'not_found'],
  ]);

  it('keeps who ended it and how', () => {
    expect(done(busyRoom()).task('T1')).toMatchObject({ state: 'done', outcome: 'raised to 192 MB', stateSetBy: { name: 'Bo' } });
  });
});
