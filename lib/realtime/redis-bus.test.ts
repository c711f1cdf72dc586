import { afterEach, describe, expect, it } from 'vitest';
import type { Bus, BusMessage } from './bus';
import { createRedisBus } from './redis-bus';
import { fakeRedis } from './testing/fake-redis';

const buses: Bus[] = [];
afterEach(async () => {
  for (const bus of buses.splice(0)) await bus.close();
});

function busOn(url: string, channel = 'warroom:one') {
  const warnings: string[] = [];
  const bus = createRedisBus({ url, channel, log: { warn: (_details, message) => void warnings.push(message) } });
  buses.push(bus);
  const heard: BusMessage[] = [];
  let look: () => void = () => undefined;
  bus.subscribe((message) => {
    heard.push(message);
    look();
  });
  const until = (isSo: () => boolean) =>
    new Promise<void>((resolve) => {
      look = () => {
        if (isSo()) resolve();
      };
      look();
    });
  return { bus, heard, warnings, until };
}

const incidentOf = (message: BusMessage) => ('incidentId' in message ? message.incidentId : null);
const said = (incidentId: string): BusMessage => ({ kind: 'presenceWanted', node: 'a', incidentId });

/** Publishes until it is heard: what is said before the connection stands is lost, by design. */
async function sayUntilHeard(speaker: Bus, listener: ReturnType<typeof busOn>, incidentId: string): Promise<void> {
  const timer = setInterval(() => speaker.publish(said(incidentId)), 5);
  await listener.until(() => listener.heard.some((message) => incidentOf(message) === incidentId));
  clearInterval(timer);
}

describe('the bus over Redis', () => {
  it('carries messages to every process of the same database, and to no other', async () => {
    const redis = await fakeRedis();
    const [a, b, other] = [busOn(redis.url), busOn(redis.url), busOn(redis.url, 'warroom:two')];
    await redis.listening(3);
    await sayUntilHeard(a.bus, b, 'Größe ✓');
    expect(b.heard[0]).toEqual(said('Größe ✓'));
    expect(other.heard).toEqual([]);
    await redis.stop();
  });

  it('neither fails nor waits while Redis is away, says so once, and goes on when it is back', async () => {
    const redis = await fakeRedis();
    const [a, b] = [busOn(redis.url), busOn(redis.url)];
    await redis.listening(2);
    await sayUntilHeard(a.bus, b, 'before');
    await redis.stop();
    for (let n = 0; n < 1000; n += 1) a.bus.publish(said('lost'));
    const again = await fakeRedis(redis.port);
    await again.listening(2);
    await sayUntilHeard(a.bus, b, 'after');
    expect(b.heard.map(incidentOf)).not.toContain('lost');
    expect(b.warnings.length).toBeLessThanOrEqual(1);
    await again.stop();
  });

  it('starts without Redis', async () => {
    const { bus } = busOn('redis://127.0.0.1:1');
    expect(() => bus.publish(said('nobody hears'))).not.toThrow();
  });
});
