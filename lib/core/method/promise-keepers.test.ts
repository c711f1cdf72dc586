import { expect, it } from 'vitest';
import { PEOPLE, Room } from '../incident/testing/room';
import { promiseKeepers } from './promise-keepers';

it('names the comms role, else the commander, else nobody', () => {
  const room = new Room();
  expect(promiseKeepers(room.state)).toEqual([]);
  room.do('ana', 'command.take', {});
  expect(promiseKeepers(room.state)).toEqual([PEOPLE.ana.userId]);
  room.do('ana', 'role.assign', { userId: PEOPLE.cy.userId, role: 'comms' });
  expect(promiseKeepers(room.state)).toEqual([PEOPLE.cy.userId]);
  room.do('ana', 'role.release', { userId: PEOPLE.cy.userId, role: 'comms' });
  expect(promiseKeepers(room.state)).toEqual([PEOPLE.ana.userId]);
});
