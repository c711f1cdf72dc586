// Loaded into a server that is measured: answers its parent what the process uses. Plain JavaScript, so that it adds
// nothing to the memory that it measures.
import { performance } from 'node:perf_hooks';

let before = performance.eventLoopUtilization();

function usage() {
  const { user, system } = process.cpuUsage();
  const now = performance.eventLoopUtilization();
  const busy = performance.eventLoopUtilization(now, before).utilization;
  before = now;
  return { cpuMs: (user + system) / 1000, rssBytes: process.memoryUsage.rss(), loopShare: busy };
}

if (process.send) {
  process.on('message', (message) => {
    if (message?.verb === 'collectGarbage') {
      for (let round = 0; round < 3; round += 1) globalThis.gc?.();
      process.send({ id: message.id, result: null });
    }
    if (message?.verb === 'usage') process.send({ id: message.id, result: usage() });
  });
  process.channel?.unref();
}
