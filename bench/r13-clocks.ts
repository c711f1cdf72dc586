import { benchServices } from './lib/bench-services';
import { measureDaylightSaving } from './lib/daylight-saving';
import { measureDeviceClocks } from './lib/device-clocks';
import { startDiskPostgres } from './lib/disk-postgres';
import { atMost, mustBe, told, type Figure, type Row, type Run } from './lib/figure';
import { measureNodeClocks } from './lib/node-clocks';

const DEVICE_WRITES = 2000;
const NODE_WRITES = 1500;

/** A day on which all the times of the trial lie less than a year back. */
export const THAT_DAY = new Date('2026-11-23T12:00:00.000Z');

async function run({ tell }: Run): Promise<Row[]> {
  const postgres = await startDiskPostgres();
  const b = await benchServices(await postgres.database(), 1, { clock: () => THAT_DAY });
  try {
    tell('devices up to 24 h wrong');
    const devices = await measureDeviceClocks(b.db, { writes: DEVICE_WRITES, seed: 13 });
    tell('nodes ten minutes apart');
    const nodes = await measureNodeClocks(postgres, { writes: NODE_WRITES });
    const saving = await measureDaylightSaving(b);
    return [
      told('devices 24 h and 5 min wrong: lines written', `${devices.written}, ${devices.offline} of them offline`),
      mustBe('lines that are not there', devices.notThere, 0),
      mustBe('lines in another order than they were written', devices.disordered, 0),
      atMost('time of a line, off by at most', devices.worstMs / 1000, 2, 's'),
      told('nodes 5 min ahead, right, 5 min behind: lines written', String(nodes.written)),
      mustBe('refused', nodes.refused.length, 0, nodes.refused[0]),
      mustBe('times that go back along the history', nodes.backwards, 0),
      atMost('time of a line, off by at most', nodes.worstMs / 1000, 0.25, 's'),
      atMost('time told to sockets, off by at most', nodes.toldWorstMs / 1000, 0.25, 's'),
      atMost('from declared on one node to resolved on another, off by', nodes.durationErrorMs / 1000, 0.25, 's'),
      told('lines through a change of the clocks', `${saving.written}, in three places`),
      mustBe('in the wrong order', saving.wrongOrder, 0),
      mustBe('durations that are wrong', saving.wrongDurations, 0),
    ];
  } finally {
    await b.close();
    await postgres.stop();
  }
}

export const r13Clocks: Figure = { name: 'R13', title: 'Wrong clocks: devices by a day, nodes by minutes, summer time', run };
