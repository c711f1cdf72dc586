import { INCIDENT_RULES } from './model-incident-rules';
import { METHOD_RULES } from './model-method-rules';
import { kindOf, leads, onlyObserves, sees, type Answer, type Said, type World } from './model-world';

const RULES = { ...INCIDENT_RULES, ...METHOD_RULES };
const LEADING = ['incident.set-severity', 'incident.set-status', 'incident.restrict', 'incident.grant'];
const WHEN_CLOSED = /^(log\.|task\.|evidence\.redact|incident\.set-status|incident\.restrict|incident\.grant)/;

/** What the rules answer; changes the world where the answer is yes. */
export function answerOfWorld(world: World, who: string, name: string, said: Said): Answer {
  if (!sees(world, who)) return 'not_found';
  if (kindOf(who) === 'viewer') return 'forbidden';
  if (onlyObserves(world, who) && name !== 'role.release') return 'forbidden';
  if (LEADING.includes(name) && !leads(world, who)) return 'forbidden';
  if (world.status === 'closed' && !WHEN_CLOSED.test(name)) return 'rule';
  const answer = RULES[name]?.(world, who, said) ?? 'invalid';
  if (answer === 'ok') world.tookPart.add(who);
  return answer;
}
