import { describe, expect, it } from 'vitest';
import { PEOPLE, Room } from '@/lib/core/incident/testing/room';
import { effectsOf, type WebhookPayload } from './effects-of';

const payloadsOf = ({ state, events }: Room) =>
  effectsOf(state, events, true)
    .filter(({ kind }) => kind === 'webhook')
    .map((one) => one.payload as WebhookPayload);

const worked = (room: Room) =>
  room
    .do('ana', 'command.take', {})
    .do('bo', 'log.write', { text: 'a note that stays inside' })
    .do('ana', 'incident.set-severity', { severity: 'SEV1', because: 'all regions' })
    .do('bo', 'hypothesis.propose', { statement: 'Redis is out of memory' })
    .do('bo', 'hypothesis.confirm', { hypothesis: 'H1', because: 'dmesg says so' })
    .do('ana', 'cause.declare', { hypothesis: 'H1', why: 'we can change it' })
    .do('ana', 'incident.set-status', { status: 'identified', because: null })
    .do('ana', 'command.hand-over', { userId: PEOPLE.bo.userId, note: 'good night' })
    .do('bo', 'command.accept', {});

describe('[W6] what is told outside', () => {
  it('is the declaration, severity, status, command and cause, each under the id of its event', () => {
    const room = worked(new Room());
    const payloads = payloadsOf(room);
    expect(payloads.map((one) => one.type)).toEqual([
      'incident.declared',
      'command.taken',
      'incident.severityChanged',
      'cause.declared',
      'incident.statusChanged',
      'command.accepted',
    ]);
    for (const { id, type, timestamp } of payloads) {
      expect(room.events.find((event) => event.id === id)).toMatchObject({ type, recordedAt: timestamp });
    }
    expect(payloads[2]?.data).toMatchObject({ from: 'SEV2', to: 'SEV1', because: 'all regions', by: 'Ana' });
    expect(payloads[3]?.data).toMatchObject({ hypothesis: 'H1', statement: 'Redis is out of memory' });
    expect(payloads[5]?.data).toMatchObject({ commander: 'Bo', incident: { key: 'INC-7', severity: 'SEV1' } });
    expect(JSON.stringify(payloads)).not.toContain('stays inside');
  });

  it('is nothing of practice or of a private incident, whenever it became one', () => {
    expect(payloadsOf(worked(new Room({ isPractice: true })))).toEqual([]);
    expect(payloadsOf(new Room({ isPrivate: true }).do('ana', 'command.take', {}))).toEqual([]);
    expect(payloadsOf(worked(new Room()).do('bo', 'incident.restrict', { isPrivate: true }))).toEqual([]);
  });
});

describe('[W6] what the status page is told', () => {
  const publicly = { audience: 'public', phase: 'investigating', title: 'Orders unavailable', text: 'We look into it.' } as const;
  const kindsOf = ({ state, events }: Room, from: number) =>
    effectsOf(state, events.slice(from), false)
      .map(({ kind }) => kind)
      .filter((kind) => kind !== 'notify');

  it('is each public update, its correction and its redaction; announced once', () => {
    const room = new Room().do('ana', 'update.post', publicly);
    expect(kindsOf(room, 1)).toEqual(['status', 'announce']);
    room
      .do('ana', 'update.correct', { update: 'U1', text: 'Better.' })
      .do('ana', 'update.redact', { update: 'U1', because: 'x' });
    expect(kindsOf(room, 2)).toEqual(['status', 'status']);
  });

  it('is nothing that was said to others', () => {
    const room = new Room().do('ana', 'update.post', { audience: 'stakeholders', text: 'We look into it.' });
    room.do('ana', 'incident.restrict', { isPrivate: true });
    expect(kindsOf(room, 0)).toEqual([]);
  });

  it('is that a postmortem was linked, and that the link was taken back', () => {
    const room = new Room().do('ana', 'update.post', { ...publicly, phase: 'resolved' });
    room.do('ana', 'postmortem.publish', { url: 'https://acme.example/pm' }).do('ana', 'postmortem.publish', { url: null });
    expect(kindsOf(room, 2)).toEqual(['status', 'status']);
  });

  it('is that a published incident became private', () => {
    const room = new Room().do('ana', 'update.post', publicly).do('ana', 'incident.restrict', { isPrivate: true });
    expect(kindsOf(room, 2)).toEqual(['status']);
  });
});
