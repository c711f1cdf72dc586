import { expect, test } from './fixtures/test';

test('whoever comes late reads first what happened, and how it stands now', async ({ someone, house }) => {
  const at = new Date(Date.now() - 3_600_000).toISOString();
  const incident = await house.declare({ title: 'Orders answer 500', severity: 'SEV1', at });
  const steps: [name: string, input: object][] = [
    ['command.take', {}],
    ['hypothesis.propose', { statement: 'Postgres is overloaded' }],
    ['hypothesis.propose', { statement: 'Redis is out of memory' }],
    ['hypothesis.reject', { hypothesis: 'H1', because: 'it answers' }],
    ['hypothesis.start-test', { hypothesis: 'H2', minutes: 15 }],
    ...['one', 'two', 'three', 'four'].map((text): [string, object] => ['log.write', { text: `line ${text}` }]),
  ];
  for (const [name, input] of steps) await house.take(incident, name, input);
  const ana = await someone('responder', 'Ana');
  const room = await ana.enter(incident);
  const news = ana.page.getByRole('region', { name: 'Before you came' });
  await expect(news.getByRole('heading')).toHaveText('Before you came: 9 lines');
  await expect(news.getByRole('listitem').filter({ hasText: 'rejected H1: it answers' })).toBeVisible();
  const stands = news.getByRole('list', { name: 'How it stands' }).getByRole('listitem');
  await expect(stands).toHaveText([
    /^SEV1, investigating\. Impact since /,
    'The cause is not known yet.',
    /^Testing H2 Redis is out of memory \(Ada Admin, until \d\d:\d\d UTC\)$/,
    'Ada Admin commands. No next update is promised.',
  ]);
  // It stands there as it is now, not as it was.
  await house.take(incident, 'hypothesis.confirm', { hypothesis: 'H2', because: 'the kernel says so' });
  await expect(stands.nth(1)).toHaveText('H2 Redis is out of memory. the kernel says so');
  await news.getByRole('button', { name: 'Put away' }).click();
  await expect(news).toHaveCount(0);
  await ana.page.reload();
  await room.isLive();
  await expect(news).toHaveCount(0);
});
