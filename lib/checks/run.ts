import { ensureChromium } from './find-chromium';
import { runStep, type Outcome } from './run-step';
import { GROUPS, type Step } from './steps';

const which = process.argv[2];
if (which !== 'verify' && which !== 'all') throw new RangeError('Say what to run: verify or all.');

async function outcomeOf(step: Step, isAlone: boolean): Promise<Outcome> {
  if (step.counts !== 'playwright') return runStep(step, isAlone);
  try {
    ensureChromium();
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
    return { name: step.name, passed: 0, failed: 1, seconds: 0 };
  }
  return runStep(step, isAlone);
}

const outcomes: Outcome[] = [];
for (const group of GROUPS[which]) {
  console.log(`\n== ${group.map(({ name }) => name).join(', ')}`);
  outcomes.push(...(await Promise.all(group.map((step) => outcomeOf(step, group.length === 1)))));
}

const sum = (of: 'passed' | 'failed') => outcomes.reduce((total, outcome) => total + outcome[of], 0);
console.log('');
for (const { name, passed, failed, seconds } of outcomes) {
  console.log(`${failed ? 'FAILED' : 'ok    '} ${name.padEnd(10)} ${passed} passed, ${failed} failed, ${seconds.toFixed(1)} s`);
}
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
