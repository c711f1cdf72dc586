import { readdirSync, readFileSync } from 'node:fs';

type Living = { parent: number; ticks: number };

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/** What each process has used so far, with the children it has collected; empty elsewhere than on Linux. */
function living(): Map<number, Living> {
  const found = new Map<number, Living>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = read(`/proc/${name}/stat`);
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [parent, user, system, collectedUser, collectedSystem] = [1, 11, 12, 13, 14].map((index) => Number(fields[index]));
    if (parent === undefined || Number.isNaN(parent)) continue;
    found.set(Number(name), { parent, ticks: (user ?? 0) + (system ?? 0) + (collectedUser ?? 0) + (collectedSystem ?? 0) });
  }
  return found;
}

function machineTicks(): { busy: number; all: number } {
  const [, ...fields] = (read('/proc/stat').split('\n')[0] ?? '').split(/\s+/).map(Number);
  const [user = 0, nice = 0, system = 0, idle = 0, wait = 0, irq = 0, softIrq = 0, steal = 0] = fields;
  const busy = user + nice + system + irq + softIrq + steal;
  return { busy, all: busy + idle + wait };
}

export type LoadWatch = {
  /** The share of the machine that other processes used since the last call, 0..1. NaN where that cannot be known. */
  otherLoad: () => number;
  stop: () => void;
};

/**
 * Watches how much of the machine is used by anybody but this process and those it started. What was started stays
 * ours after its parent was killed.
 */
export function watchOtherLoad(everyMs = 250): LoadWatch {
  const own = new Map<number, number>([[process.pid, 0]]);
  // What left the books: collected by somebody outside, or ended between two looks.
  let gone = 0;

  function ownTicks(): number {
    const all = living();
    for (const [pid, ticks] of own) {
      if (all.has(pid)) continue;
      own.delete(pid);
      if (orphans.delete(pid)) gone += ticks;
    }
    for (let grew = true; grew;) {
      grew = false;
      for (const [pid, { parent }] of all) {
        if (own.has(pid) || !own.has(parent)) continue;
        own.set(pid, 0);
        grew = true;
      }
    }
    let sum = gone;
    for (const pid of own.keys()) {
      const { parent, ticks } = all.get(pid) ?? { parent: 0, ticks: 0 };
      if (!own.has(parent) && pid !== process.pid) orphans.add(pid);
      own.set(pid, ticks);
      sum += ticks;
    }
    return sum;
  }

  const orphans = new Set<number>();
  const timer = setInterval(ownTicks, everyMs).unref();
  let before = { own: ownTicks(), ...machineTicks() };
  return {
    otherLoad() {
      const now = { own: ownTicks(), ...machineTicks() };
      const others = now.busy - before.busy - (now.own - before.own);
      const share = Math.max(0, others) / (now.all - before.all);
      before = now;
      return share;
    },
    stop: () => clearInterval(timer),
  };
}
