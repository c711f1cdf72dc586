import { expect, it } from 'vitest';
import { lineCollector } from './fetch-body-lines';

const collected = (...pieces: string[]) => {
  const collector = lineCollector();
  for (const piece of pieces) collector.take(piece);
  return collector.end();
};

it('makes the same lines of an output however it is cut', () => {
  const text = 'one\r\n\u001b[31mtwo\u001b[0m\n\nfour';
  const whole = ['one', 'two', '', 'four'];
  expect(collected(text)).toEqual(whole);
  expect(collected(...text)).toEqual(whole);
  expect(collected(text, '\n')).toEqual(whole);
  expect(collected()).toEqual([]);
});
