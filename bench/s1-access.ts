import { isUnexpected, runAccessMatrix, undeclared } from '@/lib/api/testing/access-matrix';
import { runSocketMatrix } from '@/lib/api/testing/socket-matrix';
import { runStatusMatrix } from '@/lib/api/testing/status-matrix';
import { mustBe, told, type Figure, type Row, type Run } from './lib/figure';
import { withDoor } from './lib/with-door';

const CELLS_LEAST = 1500;

const run = ({ tell }: Run): Promise<Row[]> =>
  withDoor(async (api, door) => {
    tell('routes');
    const routes = await runAccessMatrix(api);
    tell('sockets');
    const sockets = await runSocketMatrix(api, door);
    tell('status page');
    const pages = await runStatusMatrix(api, door);
    const cells = [...routes, ...sockets, ...pages];
    const wrong = cells.filter(isUnexpected);
    return [
      {
        ...told(
          'cells: kinds of actor x routes, socket events and addresses of the status page',
          cells.length.toLocaleString('en'),
        ),
        bar: `>= ${CELLS_LEAST}`,
        verdict: cells.length >= CELLS_LEAST ? 'held' : 'missed',
      },
      mustBe(
        'answered otherwise than declared, or told something',
        wrong.length,
        0,
        wrong[0] && JSON.stringify(wrong[0]).slice(0, 300),
      ),
      mustBe('routes without a declaration', undeclared(api.api.declared).length, 0),
      mustBe('failures inside', api.failures.length, 0),
    ];
  });

export const s1Access: Figure = { name: 'S1', title: 'Authorisation: every kind of actor at every route and socket event', run };
