import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from '@/lib/env';
import { READY } from './answer-parent';

type Answer = { id: number; result?: unknown; error?: string };

/** A program of ours in a process of its own that answers questions by name. */
export type Child = {
  process: ChildProcess;
  ask: <T>(verb: string, input?: unknown) => Promise<T>;
  stop: () => Promise<void>;
};

const PROBE = fileURLToPath(new URL('probe.mjs', import.meta.url));

/** What a server process is started with so that it tells what it uses, without a line in the server itself. */
export const PROBED = ['--expose-gc', '--import', PROBE];

/** Lets a parent ask a child process that answers over its channel. */
export function asking(child: ChildProcess): Child['ask'] {
  let asked = 0;
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  child.on('message', (message: Answer) => {
    const question = waiting.get(message.id);
    if (!question) return;
    waiting.delete(message.id);
    if (message.error === undefined) question.resolve(message.result as never);
    else question.reject(new Error(message.error));
  });
  child.once('exit', (code, signal) => {
    for (const { reject } of waiting.values()) reject(new Error(`The process ended (${code ?? signal}) before it answered.`));
    waiting.clear();
  });
  return (verb, input) =>
    new Promise((resolve, reject) => {
      asked += 1;
      waiting.set(asked, { resolve, reject });
      child.send({ id: asked, verb, input }, (error) => error && reject(error));
    });
}

/** Starts a TypeScript program that serves its parent with `answerParent`. */
export function startChild(program: URL, { args = [], env = {} }: { args?: string[]; env?: Record<string, string> } = {}): Child {
  const child = fork(fileURLToPath(program), args, {
    execArgv: ['--import', 'tsx', ...PROBED],
    env: childEnvironment(env),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  const ready = new Promise<void>((resolve, reject) => {
    child.on('message', (message) => message === READY && resolve());
    child.once('exit', (code) => reject(new Error(`The process ended (${code}) before it was ready.`)));
  });
  ready.catch(() => undefined);
  const ask = asking(child);
  return { process: child, ask: (verb, input) => ready.then(() => ask(verb, input)), stop };
}
