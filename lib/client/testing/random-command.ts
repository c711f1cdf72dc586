import type { CommandInput, CommandName } from '@/lib/core/incident/registry';
import type { RoomView } from '../room-view';
import type { Seeded } from './seeded';

type Asked = { [N in CommandName]: { name: N; input: CommandInput<N> } }[CommandName];

/** Something that somebody might do on what they see; often it makes sense, and sometimes it is refused. */
export function randomCommand(random: Seeded, { drawn, events, directory }: RoomView, serial: number): Asked {
  const hypothesis = random.pick(Object.values(drawn.hypotheses))?.id;
  const evidence = random.pick(Object.values(drawn.evidence))?.id;
  const task = random.pick(Object.values(drawn.tasks))?.id;
  const question = random.pick(Object.values(drawn.questions))?.ref;
  const update = random.pick(Object.values(drawn.updates))?.ref;
  const person = random.pick(directory)?.userId ?? drawn.people[0 as never];
  const note = random.pick(events.slice(-30).filter(({ type }) => type === 'log.written'))?.seq;
  const text = `note ${serial}`;
  const because = `because of ${serial}`;
  const plain: Asked = { name: 'log.write', input: { text } };
  const asked: (Asked | null)[] = [
    plain,
    plain,
    {
      name: 'hypothesis.propose',
      input: { statement: `It is ${serial}`, ...(random.chance(0.3) && hypothesis ? { parent: hypothesis } : {}) },
    },
    { name: 'evidence.add', input: { text: `$ command ${serial}\noutput`, ...(hypothesis ? { hypothesis, value: 1 } : {}) } },
    { name: 'task.add', input: { text: `do ${serial}`, kind: 'mitigation' } },
    { name: 'command.take', input: {} },
    { name: 'incident.describe', input: { title: `Title ${serial}` } },
    { name: 'incident.set-severity', input: { severity: random.pick(['SEV1', 'SEV2', 'SEV3'] as const) ?? 'SEV1' } },
    person
      ? { name: 'role.assign', input: { userId: person, role: random.pick(['scribe', 'comms', 'deputy'] as const) ?? 'scribe' } }
      : null,
    hypothesis ? { name: 'hypothesis.start-test', input: { hypothesis, minutes: 5 } } : null,
    hypothesis ? { name: 'hypothesis.confirm', input: { hypothesis, because } } : null,
    hypothesis ? { name: 'hypothesis.reject', input: { hypothesis, because } } : null,
    hypothesis ? { name: 'hypothesis.reopen', input: { hypothesis, because } } : null,
    hypothesis ? { name: 'hypothesis.revise', input: { hypothesis, statement: `Rather ${serial}` } } : null,
    hypothesis && evidence
      ? { name: 'evidence.weigh', input: { hypothesis, evidence, value: random.pick([-2, -1, 0, 1, 2] as const) ?? 0 } }
      : null,
    evidence ? { name: 'evidence.retitle', input: { evidence, title: `Output ${serial}` } } : null,
    evidence && random.chance(0.2) ? { name: 'evidence.redact', input: { evidence, because } } : null,
    { name: 'update.post', input: { audience: 'stakeholders', text: `so far ${serial}` } },
    { name: 'question.ask', input: { text: `how about ${serial}?` } },
    question ? { name: 'question.answer', input: { question, text: `thus ${serial}` } } : null,
    update && random.chance(0.2) ? { name: 'update.redact', input: { update, because } } : null,
    { name: 'update.post', input: { audience: 'public', phase: 'resolved', title: 'Orders', text: `over ${serial}` } },
    { name: 'postmortem.publish', input: { url: random.chance(0.3) ? null : `https://acme.example/${serial}` } },
    random.chance(0.2) ? { name: 'shift.end', input: {} } : null,
    task ? { name: 'task.finish', input: { task } } : null,
    note ? { name: 'log.pin', input: { entry: note, pinned: random.chance(0.7) } } : null,
    note ? { name: 'log.revise', input: { entry: note, text: `revised ${serial}` } } : null,
    note && random.chance(0.3) ? { name: 'log.redact', input: { entry: note, because } } : null,
  ];
  return random.pick(asked) ?? plain;
}
