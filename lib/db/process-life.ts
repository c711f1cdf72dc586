import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { codeOf } from '@/lib/startup-error';

function readOr(path: string, otherwise: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return otherwise;
  }
}

/** The fields of /proc/PID/stat after the name of the program: state, parent and so on; empty elsewhere than on Linux. */
function statOf(pid: number): string[] {
  const stat = readOr(`/proc/${pid}/stat`, '');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** Whether the process runs; one that has ended and only waits to be collected does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false;
  }
  return statOf(pid)[0] !== 'Z';
}

/** When the process began, in a form only good for comparing: a number used again is another process. */
export const birthOf = (pid: number): string => statOf(pid)[19] ?? '';

/** The arguments a process was started with; empty where the system does not say. */
export const argumentsOf = (pid: number): string[] => readOr(`/proc/${pid}/cmdline`, '').split('\0');

function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

/** Where a process number means something: this machine, since it was started, inside this container. */
export const thisPlace = (): string => [hostname(), readOr('/proc/sys/kernel/random/boot_id', ''), processSpace()].join(' ');
