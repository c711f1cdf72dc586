import {
  dropRole,
  giveRole,
  kindOf,
  leads,
  letIn,
  noWorkFor,
  onlyObserves,
  putInCommand,
  rolesOf,
  wrote,
  type WorldRule,
} from './model-world';

const at = <T>(all: T[], ref: unknown): T | undefined => all[Number(String(ref).slice(1)) - 1];
const STATUS_ORDER = ['investigating', 'identified', 'monitoring', 'resolved', 'closed'];

/** The rules of the incident, its people and its log. */
export const INCIDENT_RULES: Record<string, WorldRule> = {
  'incident.describe': (world, who, said) => {
    if (world.title === said.title) return 'conflict';
    world.title = String(said.title);
    wrote(world, who);
    return 'ok';
  },
  'incident.set-severity': (world, who, said) => {
    if (world.severity === said.severity || (said.was && said.was !== world.severity)) return 'conflict';
    world.severity = String(said.severity);
    wrote(world, who);
    return 'ok';
  },
  'incident.set-status': (world, who, said) => {
    const to = String(said.status);
    if (world.status === to || (said.was && said.was !== world.status)) return 'conflict';
    const evidence = said.evidence ? at(world.evidence, said.evidence) : null;
    if (said.evidence && !evidence) return 'not_found';
    if (evidence?.redacted) return 'rule';
    if (to === 'closed' && world.status !== 'resolved') return 'rule';
    if (!said.because) {
      if (STATUS_ORDER.indexOf(to) < STATUS_ORDER.indexOf(world.status)) return 'rule';
      if (to === 'identified' && !world.hypotheses.some((one) => one.state === 'confirmed')) return 'rule';
      if (to === 'resolved' && !evidence) return 'rule';
    }
    world.status = to;
    wrote(world, who);
    return 'ok';
  },
  'incident.restrict': (world, who, said) => {
    if (world.isPrivate === said.isPrivate) return 'conflict';
    world.isPrivate = said.isPrivate === true;
    if (world.isPrivate) {
      const owners = [...world.hypotheses, ...world.tasks].flatMap((one) => one.owner ?? []);
      const here = [...world.tookPart, ...owners];
      for (const one of here) if (!world.withdrawn.has(one)) letIn(world, one);
      letIn(world, who);
    }
    wrote(world, who);
    return 'ok';
  },
  'incident.grant': (world, who, said) => {
    const whom = String(said.userId);
    if (said.allowed) {
      if (world.inside.has(whom)) return 'conflict';
      letIn(world, whom);
      wrote(world, who);
      return 'ok';
    }
    if (world.commander === whom) return 'rule';
    if (!world.inside.has(whom) && rolesOf(world, whom).size === 0) return 'conflict';
    for (const role of rolesOf(world, whom)) {
      dropRole(world, whom, role);
      wrote(world, who);
    }
    world.inside.delete(whom);
    world.withdrawn.add(whom);
    wrote(world, who);
    return 'ok';
  },
  'role.assign': (world, who, said) => {
    const whom = String(said.userId);
    const role = String(said.role);
    const held = rolesOf(world, whom);
    if (held.has(role)) return 'conflict';
    if (!leads(world, who)) {
      if (whom !== who || role === 'deputy' || role === 'commander') return 'forbidden';
      const isHeld = [...world.roles.values()].some((roles) => roles.has(role));
      if (isHeld && role !== 'responder' && role !== 'observer') return 'conflict';
    }
    if (kindOf(whom) === 'viewer' && role !== 'observer') return 'rule';
    if (role === 'observer' && held.size > 0) return 'rule';
    if (role === 'commander' && world.commander) return 'conflict';
    if (held.has('observer')) {
      dropRole(world, whom, 'observer');
      wrote(world, who);
    }
    if (role === 'commander') putInCommand(world, whom);
    else giveRole(world, whom, role);
    wrote(world, who);
    return 'ok';
  },
  'role.release': (world, who, said) => {
    const whom = String(said.userId);
    const role = String(said.role);
    if (whom !== who && (onlyObserves(world, who) || !leads(world, who))) return 'forbidden';
    if (!rolesOf(world, whom).has(role)) return 'conflict';
    if (role === 'commander' && whom !== who) return 'rule';
    if (role === 'commander') putInCommand(world, null);
    else dropRole(world, whom, role);
    wrote(world, who);
    return 'ok';
  },
  'command.take': (world, who, said) => {
    if (world.commander === who && !world.offer) return 'conflict';
    if (world.offer === who && !said.because) return 'rule';
    if (world.commander && world.commander !== who && !said.because) return 'rule';
    putInCommand(world, who);
    wrote(world, who);
    return 'ok';
  },
  'command.hand-over': (world, who, said) => {
    const whom = String(said.userId);
    if (!world.commander) return 'rule';
    if (world.commander !== who) return 'forbidden';
    if (whom === who) return 'invalid';
    const idle = noWorkFor(world, whom);
    if (idle) return idle;
    world.offer = whom;
    world.tookPart.add(whom);
    wrote(world, who);
    return 'ok';
  },
  'command.accept': (world, who) => {
    if (!world.offer) return 'conflict';
    if (world.offer !== who) return 'forbidden';
    putInCommand(world, who);
    wrote(world, who);
    return 'ok';
  },
  'log.write': (world, who, said) => {
    wrote(world, who, String(said.text));
    return 'ok';
  },
  'log.revise': (world, who, said) => {
    const line = world.lines[Number(said.entry) - 1];
    if (!line) return 'not_found';
    if (!line.isNote) return 'rule';
    if (line.text === null) return 'conflict';
    const isAllowed =
      line.by === who ||
      kindOf(who) === 'admin' ||
      world.commander === who ||
      rolesOf(world, who).has('deputy') ||
      rolesOf(world, who).has('scribe');
    if (!isAllowed) return 'forbidden';
    if (line.text === said.text) return 'conflict';
    line.text = String(said.text);
    wrote(world, who);
    return 'ok';
  },
  'log.redact': (world, who, said) => {
    const line = world.lines[Number(said.entry) - 1];
    if (!line) return 'not_found';
    if (!line.isNote) return 'rule';
    if (line.text === null) return 'conflict';
    const isAllowed = line.by === who || kindOf(who) === 'admin' || world.commander === who || rolesOf(world, who).has('deputy');
    if (!isAllowed) return 'forbidden';
    line.text = null;
    wrote(world, who);
    return 'ok';
  },
  'log.pin': (world, who, said) => {
    const line = world.lines[Number(said.entry) - 1];
    if (!line) return 'not_found';
    if (line.pinned === said.pinned) return 'conflict';
    line.pinned = said.pinned === true;
    wrote(world, who);
    return 'ok';
  },
};
