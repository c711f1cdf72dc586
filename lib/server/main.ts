import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isRunByNpm, readEnvironment, settleMode } from '@/lib/env';
import { reasonOf, StartupError } from '@/lib/startup-error';
import { installLastResort } from './last-resort';
import { createLog } from './log';

const IMPATIENT_MS = 2000;
const PARENT_MS = 200;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);

function refuse(error: unknown): never {
  const isExpected = error instanceof StartupError;
  process.stderr.write(`Warroom did not start: ${reasonOf(error)}\n`);
  if (!isExpected && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exit(1);
}

/** Ends with the npm that started us: killed, it passes on no signal, and who killed it means us. */
function endWithNpm(end: () => void): void {
  const npm = process.ppid;
  const watching = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(watching);
    end();
  }, PARENT_MS).unref();
}

async function main(): Promise<void> {
  // What is built runs as it was built; from its source it is being worked on.
  const isDevelopment = path.extname(fileURLToPath(import.meta.url)) === '.ts';
  settleMode(isDevelopment ? 'development' : 'production');
  const environment = readEnvironment();
  if (isDevelopment && !LOOPBACK.has(environment.host)) {
    throw new StartupError('npm run dev is for this machine only. Leave HOST alone, or use npm start.');
  }
  const log = createLog(environment.logLevel);
  // Standard output carries one line, ours. What libraries chat about stands in the log, for who asks for it.
  if (!isDevelopment) console.log = console.info = (...words) => log.debug(words.join(' '));
  const ending: { stop?: () => Promise<0 | 1>; askedAtMs: number | null; code: 0 | 1 } = { askedAtMs: null, code: 0 };
  const end = (code: 0 | 1) => {
    const isRepeated = ending.askedAtMs !== null;
    // A terminal and npm both pass on one Ctrl-C; only a later one means now.
    if (isRepeated && Date.now() - (ending.askedAtMs ?? 0) > IMPATIENT_MS) process.exit(1);
    if (isRepeated) return;
    Object.assign(ending, { askedAtMs: Date.now(), code });
    void ending.stop?.().then((drained) => process.exit(code || drained));
  };
  installLastResort(log, () => end(1));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => end(0));
  if (isRunByNpm()) endWithNpm(() => end(0));

  // Loaded after the mode is settled: React and Next choose their build when they are first imported.
  const { runWarroom } = await import('./run-warroom');
  const { line, stop } = await runWarroom({ environment, isDevelopment, log });
  if (ending.askedAtMs !== null) process.exit(ending.code || (await stop()));
  ending.stop = stop;
  process.stdout.write(`${line}\n`);
}

main().catch(refuse);
