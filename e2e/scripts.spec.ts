import { expect, test } from './fixtures/test';
import { runScripts } from './scripts/run-scripts';
import { someVectors } from './scripts/vectors';

// Pictures of rooms that are as tall as this take longer than the test.
test.use({ trace: 'off', screenshot: 'off' });

test('scripts in anything that people write stay text, in every place where it is shown', async ({ app, house, browser }) => {
  test.slow();
  const vectors = someVectors(1);
  const { counts, songs, missing, ranWithoutCare, ofPlantedHole } = await runScripts({
    ...{ app, house, browser, vectors },
    tell: () => undefined,
  });
  expect(songs).toEqual([]);
  expect(missing).toEqual([]);
  expect(counts.size).toBeGreaterThan(12);
  // What would not run, or would not be heard, proves nothing.
  expect(ranWithoutCare).toBeGreaterThan(vectors.length / 4);
  expect(ofPlantedHole.map(({ how, what }) => `${how} ${what}`)).toEqual(expect.arrayContaining(['ran 1', 'ran 2']));
});
