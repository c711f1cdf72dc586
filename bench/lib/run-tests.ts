import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { appRoot } from '@/lib/app-root';
import { childEnvironment } from '@/lib/env';

type Tested = { passed: number; failed: number; failures: string[] };
type Report = {
  numPassedTests: number;
  numTotalTests: number;
  testResults: { name: string; message: string; assertionResults: { status: string; fullName: string }[] }[];
};

const VITEST = path.join(appRoot, 'node_modules', '.bin', 'vitest');
const LARGEST = 64 * 1024 * 1024;

/** Runs test files of the suite, for figures whose proof is a test. */
export async function runTests(project: string, files: readonly string[]): Promise<Tested> {
  const args = ['run', '--project', project, '--reporter=json', ...files];
  const env = childEnvironment({ NODE_ENV: 'test' });
  const ran = await promisify(execFile)(VITEST, args, { cwd: appRoot, env, maxBuffer: LARGEST }).catch(
    (error: { stdout?: string }) => ({
      stdout: error.stdout ?? '',
    }),
  );
  const report = JSON.parse(ran.stdout.slice(ran.stdout.indexOf('{'))) as Report;
  if (report.testResults.length < files.length) throw new Error(`Of ${files.join(', ')} only ${report.testResults.length} ran.`);
  const failures = report.testResults.flatMap(({ name, message, assertionResults }) => [
    ...(message ? [`${path.basename(name)}: ${message.slice(0, 200)}`] : []),
    ...assertionResults.filter(({ status }) => status !== 'passed').map(({ fullName }) => fullName),
  ]);
  return { passed: report.numPassedTests, failed: failures.length, failures };
}
