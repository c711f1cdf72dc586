import * as z from 'zod/mini';
import { orNull, Reason } from '@/lib/core/text';
import { command, ok, refuse, type Refusal } from '../command';
import { byWhom, conflict } from '../conflict';
import { findEvidence, noEvidence } from '../find';
import { EvidenceRef } from '../ref-inputs';
import { mustLead } from '../permissions';
import { isOver, STATUSES, type IncidentState, type Status } from '../state';

const place = (status: Status) => STATUSES.indexOf(status);

/** References of mitigations, tests, questions and a promise that are still open: they are listed, they do not block. */
function stillRunning(incident: IncidentState): string[] {
  const tests = Object.values(incident.hypotheses).filter((one) => one.state === 'testing');
  const mitigations = Object.values(incident.tasks).filter((task) => task.kind === 'mitigation' && task.state === 'open');
  const questions = Object.values(incident.questions).filter((one) => one.answer === null);
  const promised = incident.nextUpdateAt ? ['the promised update'] : [];
  return [...[...mitigations, ...tests, ...questions].map((one) => one.ref), ...promised];
}

type Asked = { to: Status; because: string | null; hasEvidence: boolean };

function refusedStep(incident: IncidentState, { to, because, hasEvidence }: Asked): Refusal | null {
  const from = incident.status;
  if (to === 'closed' && from !== 'resolved') {
    return refuse('rule', `The incident is ${from}. Set it to resolved first, then close it.`);
  }
  if (because !== null) return null;
  if (place(to) < place(from)) return refuse('rule', `Going back from ${from} to ${to} needs a reason. Say why.`);
  const isConfirmed = Object.values(incident.hypotheses).some((one) => one.state === 'confirmed');
  if (to === 'identified' && !isConfirmed) {
    return refuse('rule', 'No hypothesis is confirmed yet. Confirm one, or say why the problem counts as identified.');
  }
  if (to === 'resolved' && !hasEvidence) {
    return refuse('rule', 'Name the evidence that shows the symptom is gone, for example E7, or say why it counts as resolved.');
  }
  return null;
}

export const setStatus = command({
  name: 'incident.set-status',
  title: 'Set the status',
  path: '/status',
  input: z.strictObject({
    status: z.enum(STATUSES),
    because: orNull(Reason),
    /** What shows it; asked for by resolved. */
    evidence: orNull(EvidenceRef),
    /** The status that the person saw. */
    was: z.optional(z.enum(STATUSES)),
  }),
  may: mustLead,
  whenClosed: true,
  decide(incident, { status: to, because, evidence: wanted, was }) {
    const { status: from, statusSetBy } = incident;
    if (from === to) return conflict(`It is ${to} already, set${byWhom(statusSetBy)}.`, from, statusSetBy);
    if (was !== undefined && was !== from) {
      const message = `The status was set to ${from}${byWhom(statusSetBy)} meanwhile. Look again, then decide.`;
      return conflict(message, from, statusSetBy);
    }
    const evidence = wanted === null ? null : findEvidence(incident, wanted);
    if (wanted !== null && !evidence) return noEvidence(wanted);
    if (evidence?.redacted) {
      return refuse('rule', `${evidence.ref} was redacted and shows nothing any more. Name other evidence, or say why.`);
    }
    const refused = refusedStep(incident, { to, because, hasEvidence: evidence !== null });
    if (refused) return refused;
    const running = isOver(to) ? stillRunning(incident) : [];
    return ok({ type: 'incident.statusChanged', data: { from, to, because, evidenceId: evidence?.id ?? null, running } });
  },
});
