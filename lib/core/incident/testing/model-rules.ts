import { INCIDENT_RULES } from './model-incident-rules';
import { METHOD_RULES } from './model-method-rules';
import { TELLING_RULES } from './model-telling-rules';
import { kindOf, leads, onlyObserves, sees, speaks, type Answer, type Said, type World } from './model-world';

const RULES = { ...INCIDENT_RULES, ...METHOD_RULES, ...TELLING_RULES };
const LEADING = ['incident.set-severity', 'incident.set-status', 'incident.restrict', 'incident.grant'];
const SPEAKING = ['update.promise', 'update.snooze', 'postmortem.publish'];
const WHEN_OBSERVING = ['role.release', 'shift.end', 'question.ask'];
const WHEN_CLOSED =
  /^(log\.|shift\.|question\.|update\.(?:post|redact)|postmortem\.|task\.|evidence\.redact|incident\.set-status|incident\.restrict|incident\.grant)/;

/** What the rules answer; changes the world where the answer is yes. */
export function answerOfWorld(world: World, who: string, name: string, said: Said): Answer {
  if (!sees(world, who)) return 'not_found';
  if (kindOf(who) === 'viewer' && name !== 'question.ask') return 'forbidden';
  if (onlyObserves(world, who) && !WHEN_OBSERVING.includes(name)) return 'forbidden';
  if (SPEAKING.includes(name) && !speaks(world, who)) return 'forbidden';
  if (LEADING.includes(name) && !leads(world, who)) return 'forbidden';
  if (world.status === 'closed' && !WHEN_CLOSED.test(name)) return 'rule';
  const answer = RULES[name]?.(world, who, said) ?? 'invalid';
  if (answer === 'ok' && name !== 'question.ask') world.tookPart.add(who);
  return answer;
}
