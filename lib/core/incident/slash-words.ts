import { minutesAfter } from './time-box';
import type { SlashContext, SlashReader } from './slash-reader';
import {
  AUDIENCES,
  BEARING_MARKS,
  BEARING_VALUES,
  INCIDENT_ROLES,
  PHASES,
  SEVERITIES,
  STATUSES,
  TASK_KINDS,
  type TaskKind,
} from './state';
import type { CommandInput, CommandName } from './registry';

/** What was asked for; a sentence that says what is missing; or nothing, where the usage says it. */
export type SlashCommand = { [N in CommandName]: { name: N; input: CommandInput<N> } }[CommandName];
type Answer = SlashCommand | { hint: string } | null;

export type SlashWord = {
  word: string;
  /** Shorter or other names. */
  also: readonly string[];
  usage: string;
  help: string;
  read: (reader: SlashReader, context: SlashContext) => Answer;
};

const slash = (word: string, also: readonly string[], usage: string, help: string, read: SlashWord['read']): SlashWord => {
  const written = usage === '' ? `/${word}` : `/${word} ${usage}`;
  return { word, also, usage: written, help, read };
};

const asked = <N extends CommandName>(name: N, input: CommandInput<N>) => ({ name, input }) as unknown as SlashCommand;

const verdict = (name: 'hypothesis.confirm' | 'hypothesis.reject') => (reader: SlashReader) => {
  const hypothesis = reader.ref('H');
  if (!hypothesis) return null;
  const evidence = reader.refs('E');
  return asked(name, { hypothesis, evidence, because: reader.because() });
};

const judged = (name: 'hypothesis.shelve' | 'hypothesis.reopen') => (reader: SlashReader) => {
  const hypothesis = reader.ref('H');
  const because = reader.because();
  if (!hypothesis) return null;
  return because ? asked(name, { hypothesis, because }) : { hint: `Say why: ${hypothesis} because ...` };
};

const unknownPerson = {
  hint: 'Name a person of this room with an @, or write "me". Where two have one name, pick from the list.',
};

const marks = Object.values(BEARING_MARKS);
const bearing = (reader: SlashReader) => {
  const mark = reader.word(marks);
  return mark === null ? null : (BEARING_VALUES.find((value) => BEARING_MARKS[value] === mark) ?? null);
};

function assigned(reader: SlashReader, { now }: SlashContext): Answer {
  const ref = reader.ref('HT');
  if (!ref) return null;
  const nobody = reader.word(['nobody', 'none']);
  const person = nobody ? null : reader.person();
  if (!nobody && !person) return unknownPerson;
  const userId = (person?.userId ?? null) as null;
  const minutes = reader.minutes();
  if (ref.startsWith('H')) return asked('hypothesis.assign', { hypothesis: ref, userId, minutes });
  return asked('task.assign', { task: ref, userId, ...(minutes === null ? {} : { dueAt: minutesAfter(now, minutes) }) });
}

const added =
  (kind?: TaskKind) =>
  (reader: SlashReader): Answer => {
    const chosen = kind ?? reader.word(TASK_KINDS.map((one) => `${one}:` as const))?.slice(0, -1);
    const hypothesis = reader.ref('H');
    const owner = reader.person();
    const text = reader.rest();
    if (text === '') return null;
    const ownerId = (owner?.userId ?? null) as null;
    return asked('task.add', { text, ownerId, hypothesis, ...(chosen ? { kind: chosen as TaskKind } : {}) });
  };

const pinned =
  (isPinned: boolean) =>
  (reader: SlashReader): Answer => {
    const entry = reader.entry();
    return entry === null ? null : asked('log.pin', { entry, pinned: isPinned });
  };

const access =
  (allowed: boolean) =>
  (reader: SlashReader): Answer => {
    const person = reader.person();
    return person ? asked('incident.grant', { userId: person.userId as never, allowed }) : unknownPerson;
  };

function severity(reader: SlashReader): Answer {
  const chosen = reader.word([...SEVERITIES, '1', '2', '3', '4']);
  if (!chosen) return { hint: 'Choose 1 (worst) to 4: /sev 1 because ...' };
  const to = (chosen.startsWith('SEV') ? chosen : `SEV${chosen}`) as (typeof SEVERITIES)[number];
  return asked('incident.set-severity', { severity: to, because: reader.because() });
}

function status(reader: SlashReader): Answer {
  const chosen = reader.word(STATUSES);
  if (!chosen) return { hint: `Choose one of ${STATUSES.join(', ')}.` };
  return asked('incident.set-status', { status: chosen, evidence: reader.ref('E'), because: reader.because() });
}

function redacted(reader: SlashReader): Answer {
  const evidence = reader.ref('E');
  const entry = evidence ? null : reader.entry();
  const because = reader.because();
  if (!evidence && !entry) return null;
  if (!because) return { hint: 'Say why it has to go: because ...' };
  return evidence ? asked('evidence.redact', { evidence, because }) : asked('log.redact', { entry: entry ?? 0, because });
}

function reworded(reader: SlashReader): Answer {
  const ref = reader.ref('HE');
  const entry = ref ? null : reader.entry();
  const text = reader.rest();
  if (text === '') return null;
  if (ref?.startsWith('H')) return asked('hypothesis.revise', { hypothesis: ref, statement: text });
  if (ref) return asked('evidence.retitle', { evidence: ref, title: text });
  return entry === null ? null : asked('log.revise', { entry, text });
}

function proposed(reader: SlashReader, parent: string | null): Answer {
  const { said, because } = reader.splitBecause();
  return said === '' ? null : asked('hypothesis.propose', { statement: said, because, parent });
}

function updated(reader: SlashReader): Answer {
  const audience = reader.word(AUDIENCES);
  if (!audience) return { hint: `Say to whom: ${AUDIENCES.join(', ')}. Or /update alone, for the form.` };
  const phase = reader.word(PHASES);
  const text = reader.rest();
  return text === '' ? null : asked('update.post', { audience, phase, text });
}

function promised(reader: SlashReader, { now }: SlashContext): Answer {
  const isWithdrawn = reader.word(['none', 'nothing']) !== null;
  const minutes = isWithdrawn ? null : reader.minutes();
  if (!isWithdrawn && !minutes) return { hint: 'Say in how long: /promise 15m. To withdraw it: /promise none.' };
  reader.word(['to']);
  const audience = reader.word(AUDIENCES);
  if (reader.rest() !== '') return null;
  const nextUpdateAt = minutes === null ? null : minutesAfter(now, minutes);
  return asked('update.promise', { nextUpdateAt, ...(audience ? { audience } : {}) });
}

function linkedPostmortem(reader: SlashReader): Answer {
  const said = reader.rest();
  if (said === '') return { hint: 'Give its address: /postmortem https://... To take the link back: /postmortem none.' };
  return asked('postmortem.publish', { url: /^none$/i.test(said) ? null : said });
}

/** Later than promised, or than now where that has passed. */
function snoozed(reader: SlashReader, { now, nextUpdateAt = null }: SlashContext): Answer {
  const minutes = reader.minutes();
  const because = reader.because();
  if (!minutes) return { hint: 'Say by how long: /snooze 10m because ...' };
  if (!because) return { hint: `Say why it comes later: /snooze ${minutes}m because ...` };
  const from = nextUpdateAt !== null && nextUpdateAt > now ? nextUpdateAt : now;
  return asked('update.snooze', { to: minutesAfter(from, minutes), because });
}

/** The slash commands, in the order in which help lists them. */
export const SLASH_WORDS: readonly SlashWord[] = [
  slash('hypothesis', ['h'], 'STATEMENT [because WHAT YOU SAW]', 'Propose a hypothesis', (reader) => proposed(reader, null)),
  slash('dig', ['why'], 'H2 STATEMENT [because WHAT YOU SAW]', 'Propose a deeper hypothesis below one', (reader) => {
    const parent = reader.ref('H');
    return parent ? proposed(reader, parent) : null;
  }),
  slash('assign', ['a'], 'H2|T1 @NAME|me|nobody [15m]', 'Give a hypothesis or a task to somebody', assigned),
  slash('test', [], 'H2 [15m]', 'Start testing a hypothesis', (reader) => {
    const hypothesis = reader.ref('H');
    return hypothesis ? asked('hypothesis.start-test', { hypothesis, minutes: reader.minutes() }) : null;
  }),
  slash('confirm', [], 'H2 [E3 ...] [because REASON]', 'Confirm a hypothesis', verdict('hypothesis.confirm')),
  slash('reject', [], 'H1 [E2 ...] [because REASON]', 'Reject a hypothesis', verdict('hypothesis.reject')),
  slash('shelve', [], 'H1 because REASON', 'Put a hypothesis aside', judged('hypothesis.shelve')),
  slash('reopen', [], 'H1 because REASON', 'Reopen a hypothesis', judged('hypothesis.reopen')),
  slash('root', ['cause'], 'H2 WHY COULD THAT HAPPEN', 'Declare the root cause', (reader) => {
    const hypothesis = reader.ref('H');
    const why = reader.because();
    if (!hypothesis) return null;
    return why ? asked('cause.declare', { hypothesis, why }) : { hint: `Why could that happen? /root ${hypothesis} because ...` };
  }),
  slash('uncause', [], 'because REASON', 'Withdraw the root cause', (reader) => {
    const because = reader.because();
    return because ? asked('cause.withdraw', { because }) : null;
  }),
  slash('evidence', ['e'], '[H2] [--|-|=|+|++] OUTPUT', 'Attach an output as evidence', (reader) => {
    const hypothesis = reader.ref('H');
    const value = hypothesis ? bearing(reader) : null;
    const text = reader.rest();
    return text === '' ? null : asked('evidence.add', { hypothesis, value, text });
  }),
  slash('weigh', ['w'], 'E3 H2 --|-|=|+|++ [NOTE]', 'Say how evidence bears on a hypothesis', (reader) => {
    const evidence = reader.ref('E');
    reader.word(['on']);
    const hypothesis = reader.ref('H');
    const value = bearing(reader);
    if (!evidence || !hypothesis || value === null) return null;
    return asked('evidence.weigh', { evidence, hypothesis, value, note: reader.because() });
  }),
  slash('task', ['t'], '[mitigation:] [H2] [@NAME] TEXT', 'Add a task', added()),
  slash('mitigate', ['m'], '[H2] [@NAME] TEXT', 'Add a mitigation', added('mitigation')),
  slash('follow-up', ['followup'], '[@NAME] TEXT', 'Add something to do after the incident', added('follow-up')),
  slash('done', [], 'T1 [OUTCOME]', 'Finish a task', (reader) => {
    const task = reader.ref('T');
    return task ? asked('task.finish', { task, outcome: reader.rest() || null }) : null;
  }),
  slash('drop', [], 'T1 because REASON', 'Drop a task', (reader) => {
    const task = reader.ref('T');
    const because = reader.because();
    if (!task) return null;
    return because ? asked('task.drop', { task, because }) : { hint: `Say why: /drop ${task} because ...` };
  }),
  slash('sev', ['severity'], '1|2|3|4 [because REASON]', 'Set the severity', severity),
  slash('status', ['s'], `${STATUSES.join('|')} [E7] [because REASON]`, 'Set the status', status),
  slash('take', [], '[because REASON]', 'Take command', (reader) =>
    reader.hasOnlyBecause()
      ? asked('command.take', { because: reader.because() })
      : { hint: 'To take command: /take. From somebody: /take because ...' },
  ),
  slash('hand-over', ['handover'], '@NAME [NOTE]', 'Hand command over', (reader) => {
    const person = reader.person();
    return person ? asked('command.hand-over', { userId: person.userId as never, note: reader.rest() || null }) : unknownPerson;
  }),
  slash('accept', [], '', 'Accept command', (reader) =>
    reader.rest() === '' ? asked('command.accept', {}) : { hint: 'To accept command: /accept, and nothing after it.' },
  ),
  slash('role', [], `@NAME|me ${INCIDENT_ROLES.join('|')}`, 'Give somebody a role', (reader) => {
    const person = reader.person();
    const role = reader.word(INCIDENT_ROLES);
    if (!person) return unknownPerson;
    return role
      ? asked('role.assign', { userId: person.userId as never, role })
      : { hint: `Choose one of ${INCIDENT_ROLES.join(', ')}.` };
  }),
  slash('release', [], `@NAME|me ${INCIDENT_ROLES.join('|')}`, 'Release a role', (reader) => {
    const person = reader.person();
    const role = reader.word(INCIDENT_ROLES);
    if (!person) return unknownPerson;
    return role
      ? asked('role.release', { userId: person.userId as never, role })
      : { hint: `Choose one of ${INCIDENT_ROLES.join(', ')}.` };
  }),
  slash('ask', [], 'TEXT', 'Ask a question, answered once for all', (reader) => {
    const text = reader.rest();
    return text === '' ? null : asked('question.ask', { text });
  }),
  slash('answer', [], 'Q1 TEXT', 'Answer a question for everybody', (reader) => {
    const question = reader.ref('Q');
    const text = reader.rest();
    return question && text !== '' ? asked('question.answer', { question, text }) : null;
  }),
  slash('on', [], '', 'Come on shift', (reader) =>
    reader.rest() === '' ? asked('shift.start', {}) : { hint: 'To come on shift: /on, and nothing after it.' },
  ),
  slash('off', [], '[NOTE]', 'Go off shift and get some sleep', (reader) => asked('shift.end', { note: reader.rest() || null })),
  slash('note', ['n'], 'TEXT', 'Write into the log', (reader) => {
    const text = reader.rest();
    return text === '' ? null : asked('log.write', { text });
  }),
  slash('pin', [], '#41', 'Pin a log line', pinned(true)),
  slash('unpin', [], '#41', 'Take a pin away', pinned(false)),
  slash('edit', [], '#41|H2|E3 TEXT', 'Reword a note, a hypothesis or the title of evidence', reworded),
  slash('move', [], '#41 16:02', 'Re-time a note', (reader) => {
    const entry = reader.entry();
    const at = reader.time();
    return entry === null || at === null ? null : asked('log.revise', { entry, at });
  }),
  slash('redact', [], '#41|E3 because REASON', 'Take words out for good', redacted),
  slash('title', [], 'TEXT', 'Retitle the incident', (reader) => {
    const title = reader.rest();
    return title === '' ? null : asked('incident.describe', { title });
  }),
  slash('summary', [], 'TEXT', 'Say what is broken for whom', (reader) => {
    const summary = reader.rest();
    return summary === '' ? null : asked('incident.describe', { summary });
  }),
  slash('services', [], 'NAME, NAME ...', 'Name the services concerned', (reader) => {
    const services = reader
      .rest()
      .split(/[,\n]/)
      .map((name) => name.trim())
      .filter((name) => name !== '');
    return services.length === 0 ? null : asked('incident.describe', { services });
  }),
  slash('impact', [], '16:02', 'Say when the impact started', (reader) => {
    const startedAt = reader.time();
    return startedAt === null ? null : asked('incident.describe', { startedAt });
  }),
  slash('update', ['u'], `${AUDIENCES.join('|')} [PHASE] TEXT`, 'Tell somebody how it stands', updated),
  slash('promise', [], '15m|none [to AUDIENCE]', 'Promise the next update', promised),
  slash('snooze', [], '10m because REASON', 'Move the next update to later', snoozed),
  slash('postmortem', [], 'URL|none', 'Link the postmortem on the status page', linkedPostmortem),
  slash('private', [], '', 'Make the incident private', () => asked('incident.restrict', { isPrivate: true })),
  slash('public', [], '', 'Open the incident to everybody here', () => asked('incident.restrict', { isPrivate: false })),
  slash('access', [], '@NAME', 'Give access to a private incident', access(true)),
  slash('no-access', [], '@NAME', 'Withdraw access', access(false)),
];
