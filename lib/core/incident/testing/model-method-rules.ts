import { kindOf, noPassing, noWorkFor, rolesOf, wrote, type Answer, type Said, type World, type WorldRule } from './model-world';

const at = <T>(all: T[], ref: unknown): T | undefined => all[Number(String(ref).slice(1)) - 1];
const number = (ref: unknown) => Number(String(ref).slice(1));

const weight = (world: World, e: unknown, h: unknown) => world.bearings.get(`${number(e)}:${number(h)}`);

function living(world: World, hypothesis: unknown): number[] {
  return [...world.bearings]
    .filter(([key]) => key.endsWith(`:${number(hypothesis)}`) && !world.evidence[Number(key.split(':')[0]) - 1]?.redacted)
    .map(([, value]) => value);
}

const judge =
  (state: 'confirmed' | 'rejected', good: 2 | -2): WorldRule =>
  (world, who, said) => {
    const one = at(world.hypotheses, said.hypothesis);
    if (!one) return 'not_found';
    if (one.state === 'confirmed' || one.state === 'rejected') return 'conflict';
    const named = said.evidence as string[];
    for (const ref of named) {
      const evidence = at(world.evidence, ref);
      if (!evidence) return 'not_found';
      if (evidence.redacted || (weight(world, ref, said.hypothesis) ?? 0) * good < 0) return 'rule';
    }
    const weights = living(world, said.hypothesis);
    if (!said.because && named.length === 0 && !weights.some((value) => value * good > 0)) return 'rule';
    if (!said.because && state === 'confirmed' && weights.includes(-2)) return 'rule';
    for (const ref of new Set(named)) {
      if ((weight(world, ref, said.hypothesis) ?? 0) !== 0) continue;
      world.bearings.set(`${number(ref)}:${number(said.hypothesis)}`, good);
      wrote(world, who);
    }
    one.state = state;
    wrote(world, who);
    return 'ok';
  };

function under(world: World, child: number, parent: number): boolean {
  for (let at: number | null = child; at !== null; at = world.hypotheses[at - 1]?.parent ?? null) if (at === parent) return true;
  return false;
}

function endTask(world: World, who: string, said: Said, how: string): Answer {
  const one = at(world.tasks, said.task);
  if (!one) return 'not_found';
  if (one.state !== 'open') return 'conflict';
  one.state = how;
  wrote(world, who);
  return 'ok';
}

/** The rules of hypotheses, evidence and tasks. */
export const METHOD_RULES: Record<string, WorldRule> = {
  'hypothesis.propose': (world, who, said) => {
    if (said.parent && !at(world.hypotheses, said.parent)) return 'not_found';
    world.hypotheses.push({ state: 'open', owner: null, parent: said.parent ? number(said.parent) : null });
    wrote(world, who);
    return 'ok';
  },
  'hypothesis.assign': (world, who, said) => {
    const one = at(world.hypotheses, said.hypothesis);
    if (!one) return 'not_found';
    if (one.state !== 'open' && one.state !== 'testing') return 'rule';
    const wanted = said.userId as string | null;
    const refused = noPassing(world, who, one.owner, wanted);
    if (refused) return refused;
    const idle = wanted ? noWorkFor(world, wanted) : null;
    if (idle) return idle;
    if (one.owner === wanted) return 'conflict';
    one.owner = wanted;
    if (wanted === null) one.state = 'open';
    wrote(world, who);
    return 'ok';
  },
  'hypothesis.start-test': (world, who, said) => {
    const one = at(world.hypotheses, said.hypothesis);
    if (!one) return 'not_found';
    if (one.state === 'testing') return 'conflict';
    if (one.state !== 'open') return 'rule';
    const refused = noPassing(world, who, one.owner, who);
    if (refused) return refused;
    const idle = noWorkFor(world, one.owner ?? who);
    if (idle) return idle;
    one.owner = one.owner ?? who;
    one.state = 'testing';
    wrote(world, who);
    return 'ok';
  },
  'hypothesis.confirm': judge('confirmed', 2),
  'hypothesis.reject': judge('rejected', -2),
  'hypothesis.shelve': (world, who, said) => {
    const one = at(world.hypotheses, said.hypothesis);
    if (!one) return 'not_found';
    if (one.state !== 'open' && one.state !== 'testing') return 'conflict';
    one.state = 'shelved';
    wrote(world, who);
    return 'ok';
  },
  'hypothesis.reopen': (world, who, said) => {
    const one = at(world.hypotheses, said.hypothesis);
    if (!one) return 'not_found';
    if (one.state === 'open' || one.state === 'testing') return 'conflict';
    if (world.cause === number(said.hypothesis)) {
      world.cause = null;
      wrote(world, who);
    }
    one.state = 'open';
    wrote(world, who);
    return 'ok';
  },
  'cause.declare': (world, who, said) => {
    const one = at(world.hypotheses, said.hypothesis);
    if (!one) return 'not_found';
    if (one.state !== 'confirmed') return 'rule';
    if (world.cause !== null && (world.cause === number(said.hypothesis) || !under(world, number(said.hypothesis), world.cause)))
      return 'conflict';
    world.cause = number(said.hypothesis);
    wrote(world, who);
    return 'ok';
  },
  'cause.withdraw': (world, who) => {
    if (world.cause === null) return 'conflict';
    world.cause = null;
    wrote(world, who);
    return 'ok';
  },
  'evidence.add': (world, who, said) => {
    if (said.hypothesis && !at(world.hypotheses, said.hypothesis)) return 'not_found';
    if (!said.hypothesis && said.value !== null) return 'invalid';
    world.evidence.push({ by: who, redacted: false, title: String(said.text) });
    wrote(world, who);
    if (said.hypothesis) {
      world.bearings.set(`${world.evidence.length}:${number(said.hypothesis)}`, Number(said.value ?? 0));
      wrote(world, who);
    }
    return 'ok';
  },
  'evidence.retitle': (world, who, said) => {
    const one = at(world.evidence, said.evidence);
    if (!one) return 'not_found';
    if (one.redacted) return 'rule';
    if (one.title === said.title) return 'conflict';
    one.title = String(said.title);
    wrote(world, who);
    return 'ok';
  },
  'evidence.weigh': (world, who, said) => {
    const one = at(world.evidence, said.evidence);
    if (!one || !at(world.hypotheses, said.hypothesis)) return 'not_found';
    if (one.redacted) return 'rule';
    if (weight(world, said.evidence, said.hypothesis) === said.value) return 'conflict';
    world.bearings.set(`${number(said.evidence)}:${number(said.hypothesis)}`, Number(said.value));
    wrote(world, who);
    return 'ok';
  },
  'evidence.redact': (world, who, said) => {
    const one = at(world.evidence, said.evidence);
    if (!one) return 'not_found';
    if (one.redacted) return 'conflict';
    const isAllowed = one.by === who || kindOf(who) === 'admin' || world.commander === who || rolesOf(world, who).has('deputy');
    if (!isAllowed) return 'forbidden';
    one.redacted = true;
    one.title = 'Redacted';
    wrote(world, who);
    return 'ok';
  },
  'task.add': (world, who, said) => {
    if (world.status === 'closed' && said.kind !== 'follow-up') return 'rule';
    const owner = said.ownerId as string | null;
    const refused = owner ? (noPassing(world, who, null, owner) ?? noWorkFor(world, owner)) : null;
    if (refused) return refused;
    world.tasks.push({ kind: String(said.kind), state: 'open', owner });
    wrote(world, who);
    return 'ok';
  },
  'task.assign': (world, who, said) => {
    const one = at(world.tasks, said.task);
    if (!one) return 'not_found';
    if (one.state !== 'open') return 'conflict';
    const wanted = said.userId as string | null;
    const refused = noPassing(world, who, one.owner, wanted) ?? (wanted ? noWorkFor(world, wanted) : null);
    if (refused) return refused;
    if (one.owner === wanted) return 'conflict';
    one.owner = wanted;
    wrote(world, who);
    return 'ok';
  },
  'task.finish': (world, who, said) => endTask(world, who, said, 'done'),
  'task.drop': (world, who, said) => endTask(world, who, said, 'dropped'),
};
