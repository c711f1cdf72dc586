import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { appRoot } from '@/lib/app-root';
import { childEnvironment } from '@/lib/env';
import type { Step } from './steps';

export type Outcome = { name: string; passed: number; failed: number; seconds: number };

type VitestReport = { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number; numTotalTests: number };
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number } };

const results = path.join(appRoot, '.cache', 'results');

const reporting = ({ counts }: Step, file: string): { args: string[]; env: Record<string, string> } => {
  if (counts === 'vitest') return { args: ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`], env: {} };
  if (counts === 'playwright') return { args: ['--reporter=list,json'], env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file } };
  return { args: [], env: {} };
};

/** The numbers in a tool's report; what failed without a number, or left no report, is one failure. */
function countsOf({ counts }: Step, file: string, exitCode: number): { passed: number; failed: number } {
  const isFailed = exitCode === 0 ? 0 : 1;
  if (counts === 'exit') return { passed: 1 - isFailed, failed: isFailed };
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport | PlaywrightReport;
  const { passed, failed } =
    'stats' in report
      ? { passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky }
      : { passed: report.numPassedTests, failed: report.numFailedTests };
  return { passed, failed: Math.max(failed, isFailed) };
}

/** Runs one step. Its words come as they are spoken, or, next to other steps, when it is over and failed. */
export function runStep(step: Step, isAlone: boolean): Promise<Outcome> {
  mkdirSync(results, { recursive: true });
  const file = path.join(results, `${step.name.replaceAll(' ', '-')}.json`);
  rmSync(file, { force: true });
  const { args, env } = reporting(step, file);
  const began = performance.now();
  const child = spawn(step.tool, [...step.args, ...args], {
    cwd: appRoot,
    env: childEnvironment(env),
    stdio: ['ignore', isAlone ? 'inherit' : 'pipe', isAlone ? 'inherit' : 'pipe'],
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (words += chunk.toString()));
  return new Promise((resolve) => {
    const settle = (exitCode: number) => {
      if (exitCode !== 0) process.stdout.write(words);
      const seconds = (performance.now() - began) / 1000;
      resolve({ name: step.name, ...countsOf(step, file, exitCode), seconds });
    };
    child.once('error', (error) => {
      words += `${error.message}\n`;
      settle(1);
    });
    child.once('close', (exitCode) => settle(exitCode ?? 1));
  });
}
