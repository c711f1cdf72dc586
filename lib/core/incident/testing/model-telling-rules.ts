import { dropRole, kindOf, rolesOf, speaks, wrote, type Answer, type Said, type World, type WorldRule } from './model-world';

const at = <T>(all: T[], ref: unknown): T | undefined => all[Number(String(ref).slice(1)) - 1];

function refusedPublic(world: World, said: Said): Answer | null {
  if (world.isPrivate) return 'rule';
  return said.phase === null || (said.title === null && !world.hasPublicTitle) ? 'invalid' : null;
}

/** The rules of what is said outside, of questions and of shifts. */
export const TELLING_RULES: Record<string, WorldRule> = {
  'update.post': (world, who, said) => {
    const audience = String(said.audience);
    if (audience !== 'team' && !speaks(world, who)) return 'forbidden';
    const refused = audience === 'public' ? refusedPublic(world, said) : null;
    if (refused) return refused;
    const index = world.updates.findLastIndex((one) => one.audience === audience);
    const last = world.updates[index];
    if (last && said.after !== undefined && said.after !== `U${index + 1}`) return 'conflict';
    if (last && !last.redacted && last.text === said.text && last.phase === said.phase) return 'conflict';
    world.updates.push({ audience, phase: said.phase as string | null, text: String(said.text), by: who, redacted: false });
    if (audience === 'public') world.hasPublicTitle = true;
    if (said.nextUpdateAt) world.promise = { at: String(said.nextUpdateAt), audience };
    else if (audience !== 'team' || world.promise?.audience === 'team') world.promise = null;
    wrote(world, who);
    return 'ok';
  },
  'update.redact': (world, who, said) => {
    const one = at(world.updates, said.update);
    if (!one) return 'not_found';
    if (one.redacted) return 'conflict';
    if (one.by !== who && kindOf(who) !== 'admin' && !speaks(world, who)) return 'forbidden';
    one.redacted = true;
    one.text = '';
    wrote(world, who);
    return 'ok';
  },
  'update.promise': (world, who, said) => {
    const next = said.nextUpdateAt as string | null;
    const audience = String(said.audience);
    if (next === null && !world.promise) return 'conflict';
    if (next !== null && world.promise?.at === next && world.promise.audience === audience) return 'conflict';
    world.promise = next ? { at: next, audience } : null;
    wrote(world, who);
    return 'ok';
  },
  'update.snooze': (world, who, said) => {
    if (!world.promise) return 'rule';
    if (String(said.to) <= world.promise.at) return 'invalid';
    world.promise.at = String(said.to);
    wrote(world, who);
    return 'ok';
  },
  'postmortem.publish': (world, who, said) => {
    const url = said.url as string | null;
    if (said.was !== undefined && said.was !== world.postmortem) return 'conflict';
    if (url === world.postmortem) return 'conflict';
    const last = world.updates.findLast((one) => one.audience === 'public' && !one.redacted);
    if (url !== null && (world.isPrivate || last?.phase !== 'resolved')) return 'rule';
    world.postmortem = url;
    wrote(world, who);
    return 'ok';
  },
  'question.ask': (world, who, said) => {
    if (world.questions.some((one) => !one.isAnswered && one.text === said.text)) return 'conflict';
    world.questions.push({ text: String(said.text), isAnswered: false });
    const isAtIt = world.atIt.has(who);
    wrote(world, who);
    if (!isAtIt) world.atIt.delete(who);
    return 'ok';
  },
  'question.answer': (world, who, said) => {
    const one = at(world.questions, said.question);
    if (!one) return 'not_found';
    if (one.isAnswered) return 'conflict';
    one.isAnswered = true;
    wrote(world, who);
    return 'ok';
  },
  'shift.start': (world, who) => {
    wrote(world, who);
    return 'ok';
  },
  'shift.end': (world, who) => {
    if (world.commander === who) return 'rule';
    if (!world.atIt.has(who)) return 'conflict';
    for (const role of rolesOf(world, who)) {
      dropRole(world, who, role);
      wrote(world, who);
    }
    wrote(world, who);
    world.atIt.delete(who);
    return 'ok';
  },
};
