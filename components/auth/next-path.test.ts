import { expect, it } from 'vitest';
import { nextPath } from './next-path';

it.each([
  ['/incidents/INC-7', '/incidents/INC-7/enter'],
  ['/incidents/INC-7#e4', '/incidents/INC-7#e4'],
  ['/incidents/INC-7/brief', '/incidents/INC-7/brief'],
  ['/incidents/INC-7?tab=board', '/incidents/INC-7?tab=board'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/sign-in?next=/', '/'],
  [undefined, '/'],
  [null, '/'],
])('goes from %j to %s after signing in', (asked, path) => expect(nextPath(asked)).toBe(path));
