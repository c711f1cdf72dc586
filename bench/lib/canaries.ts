import { uuidv7 } from 'uuidv7';
import type { Caller } from '@/lib/auth/caller';
import { addComponent } from '@/lib/services/publishing/testing/status-house';
import type { BenchServices } from './bench-services';
import { pick } from './random';

/** A text that must not be seen outside; what is public says PUBLIC and its number. */
export const CANARY = 'CANARY';

export type Spoken = { canaries: number; publicTexts: string[] };

const STATES = ['operational', 'degraded_performance', 'partial_outage', 'major_outage', 'under_maintenance'] as const;
const ENDS = ['open', 'restricted', 'practice', 'redacted', 'private', 'silent'] as const;
const END_COUNT = ENDS.length;

export type Components = { shown: string[]; hidden: string[] };

/** Components, maintenance and notices, of which the public sees some. */
export async function addSurroundings({ db }: BenchServices): Promise<Components> {
  const shown = [await addComponent(db, 'PUBLIC component A'), await addComponent(db, 'PUBLIC component B')];
  const hidden = [await addComponent(db, `${CANARY} component`, { isPublic: false })];
  const removed = await addComponent(db, `${CANARY} removed component`);
  await db.prisma.component.update({ where: { id: removed }, data: { removedAt: new Date() } });
  await db.prisma.component.updateMany({ where: { id: { in: hidden } }, data: { description: `${CANARY} description` } });
  const times = { startsAt: new Date(), endsAt: new Date(Date.now() + 3_600_000), createdAt: new Date(), updatedAt: new Date() };
  for (const isPublic of [true, false]) {
    const word = isPublic ? 'PUBLIC' : CANARY;
    await db.prisma.maintenance.create({
      data: {
        ...{ id: uuidv7(), title: `${word} maintenance`, text: `${word} text`, phase: 'scheduled', isPublic, ...times },
        componentIds: [...shown.slice(0, 1), ...hidden, removed],
        updates: { create: { id: uuidv7(), phase: 'in_progress', text: `${word} words`, at: new Date() } },
      },
    });
    await db.prisma.notice.create({ data: { id: uuidv7(), text: `${word} notice`, isPublic, createdAt: new Date() } });
  }
  const gone = { createdAt: new Date(), removedAt: new Date() };
  await db.prisma.notice.create({ data: { id: uuidv7(), text: `${CANARY} removed notice`, isPublic: true, ...gone } });
  return { shown, hidden };
}

const addressOf = (text: string) => `https://acme.example/${text.replaceAll(' ', '-')}`;

/**
 * One generated incident with a canary in every field that the public does not read, through the commands that people
 * use. Some end private, as practice, or with their public words redacted: then these are canaries too,
 * and so is every link to a postmortem that was taken back or replaced.
 */
export async function speakIncident(
  b: BenchServices,
  { shown, hidden }: Components,
  index: number,
  random: () => number,
): Promise<Spoken> {
  const [person] = b.people;
  if (!person) throw new RangeError('Nobody is there to write.');
  const caller: Caller = { ...person.caller, actor: { ...person.caller.actor, name: `${CANARY} name` } };
  const end = ENDS[index % END_COUNT] ?? 'open';
  const spoken: Spoken = { canaries: 0, publicTexts: [] };
  const secret = (what: string) => `${CANARY} ${index}-${(spoken.canaries += 1)} ${what}`;
  const isShown = end === 'open';
  const said = (what: string) => {
    if (!isShown) return secret(what);
    const text = `PUBLIC ${index} ${what}`;
    spoken.publicTexts.push(text);
    return text;
  };
  const input = { title: secret('title'), summary: secret('summary'), severity: 'SEV1', services: [secret('service')] };
  const declared = { ...input, ...(end === 'practice' ? { isPractice: true } : {}) };
  const { key: incident } = await b.services.incidents.declare(caller, { id: uuidv7(), input: declared });
  const take = (name: string, given: object, id = uuidv7()) =>
    b.services.incidents.execute(caller, { incident, id, name, input: given });
  const update = { phase: 'investigating', title: null, components: [], nextUpdateAt: null };

  await take('log.write', { text: secret('note') });
  await take('hypothesis.propose', {
    statement: secret('statement'),
    because: secret('because'),
    prediction: secret('prediction'),
  });
  await take('evidence.add', {
    title: secret('evidence'),
    text: secret('output'),
    hypothesis: 'H1',
    value: 1,
    note: secret('bearing'),
  });
  await take('task.add', { text: secret('task') });
  await take('question.ask', { text: secret('question') });
  await take('question.answer', { question: 'Q1', text: secret('answer') });
  await take('update.post', { ...update, audience: 'team', text: secret('to the team') });
  const inner = hidden.map((componentId) => ({ componentId, state: pick(random, STATES) }));
  await take('update.post', { ...update, audience: 'stakeholders', text: secret('to stakeholders'), components: inner });
  if (end === 'practice' || end === 'silent') return spoken;
  const named = shown.map((componentId) => ({ componentId, state: pick(random, STATES) }));
  const first = uuidv7();
  const before = secret('before it was corrected');
  await take('update.post', { ...update, audience: 'public', title: said('title'), text: before, components: named }, first);
  await take('update.correct', { update: first, text: said('corrected'), because: secret('why corrected') });
  const second = uuidv7();
  const last = end === 'redacted' ? secret('redacted') : said('second');
  await take('update.post', { ...update, phase: 'identified', audience: 'public', text: last }, second);
  const third = uuidv7();
  await take('update.post', { ...update, phase: 'resolved', audience: 'public', text: said('over') }, third);
  const link = (text: string | null) => take('postmortem.publish', { url: text === null ? null : addressOf(text) });
  await link(secret('postmortem'));
  if (isShown) {
    const isTakenBack = index % (2 * END_COUNT) !== 0;
    await link(isTakenBack ? null : `PUBLIC ${index} postmortem`);
    if (!isTakenBack) spoken.publicTexts.push(addressOf(`PUBLIC ${index} postmortem`));
    // Most of them run again: the first page tells more of what runs.
    const again = { ...update, phase: 'monitoring', audience: 'public' };
    if (index % (3 * END_COUNT) !== 2 * END_COUNT) await take('update.post', { ...again, text: said('again') });
  }
  if (end === 'redacted')
    for (const one of [first, second, third]) await take('update.redact', { update: one, because: secret('why redacted') });
  if (end === 'restricted' || end === 'private') await take('incident.restrict', { isPrivate: true });
  return spoken;
}
