import { colon, listed, type Telling } from './describe-text';
import type { EventData, EventType } from './events';
import type { BearingValue } from './state';

export type Tellers<T extends EventType> = { [K in T]: (data: EventData[K], tell: Telling) => string };

const BEARS: Record<BearingValue, string> = {
  [-2]: 'rules out',
  [-1]: 'speaks against',
  0: 'says nothing either way on',
  1: 'supports',
  2: 'strongly supports',
};

const REVISED = {
  statement: 'statement',
  because: 'observation',
  prediction: 'prediction',
  refutation: 'refutation',
  pattern: 'pattern',
  component: 'component',
  parentId: 'parent',
} as const;

const until = (testBy: string | null, tell: Telling) => (testBy ? ` until ${tell.time(testBy)}` : '');

function grounds(evidence: readonly string[], verb: [one: string, many: string]): string {
  return evidence.length > 0 ? ` (${listed(evidence)} ${evidence.length === 1 ? verb[0] : verb[1]})` : '';
}

export const tellHypothesis: Tellers<Extract<EventType, `hypothesis.${string}` | `cause.${string}`>> = {
  'hypothesis.proposed': ({ ref, statement, parentId }, tell) =>
    `proposed ${ref}: ${statement}${parentId ? ` (below ${tell.hypothesis(parentId)})` : ''}`,
  'hypothesis.revised': ({ hypothesisId, statement, ...rest }, tell) => {
    const ref = tell.hypothesis(hypothesisId);
    const others = Object.keys(rest).map((field) => REVISED[field as keyof typeof rest]);
    if (statement === undefined) return `revised the ${listed(others)} of ${ref}`;
    return `reworded ${ref}: ${statement}${others.length > 0 ? ` (and its ${listed(others)})` : ''}`;
  },
  'hypothesis.assigned': ({ hypothesisId, ownerId, ownerName, testBy }, tell) => {
    const ref = tell.hypothesis(hypothesisId);
    if (ownerId === null) return `gave ${ref} back to everybody`;
    return `${tell.isActor(ownerId) ? `took ${ref}` : `gave ${ref} to ${ownerName}`}${until(testBy, tell)}`;
  },
  'hypothesis.testStarted': ({ hypothesisId, ownerId, ownerName, testBy }, tell) =>
    `started testing ${tell.hypothesis(hypothesisId)}${tell.isActor(ownerId) ? '' : ` for ${ownerName}`}${until(testBy, tell)}`,
  'hypothesis.confirmed': ({ hypothesisId, because, evidenceIds }, tell) =>
    `confirmed ${tell.hypothesis(hypothesisId)}${colon(because)}${grounds(evidenceIds.map(tell.evidence), ['supports it', 'support it'])}`,
  'hypothesis.rejected': ({ hypothesisId, because, evidenceIds }, tell) =>
    `rejected ${tell.hypothesis(hypothesisId)}${colon(because)}${grounds(evidenceIds.map(tell.evidence), ['speaks against it', 'speak against it'])}`,
  'hypothesis.shelved': ({ hypothesisId, because }, tell) => `shelved ${tell.hypothesis(hypothesisId)}${colon(because)}`,
  'hypothesis.reopened': ({ hypothesisId, because }, tell) => `reopened ${tell.hypothesis(hypothesisId)}${colon(because)}`,
  'cause.declared': ({ hypothesisId, why }, tell) => `declared ${tell.hypothesis(hypothesisId)} the root cause${colon(why)}`,
  'cause.withdrawn': ({ hypothesisId, because }, tell) =>
    `withdrew ${tell.hypothesis(hypothesisId)} as the root cause${colon(because)}`,
};

export const tellEvidence: Tellers<Extract<EventType, `evidence.${string}`>> = {
  'evidence.added': ({ evidenceId, ref, title }, tell) =>
    tell.isRedacted(evidenceId) ? `attached ${ref} (redacted since)` : `attached ${ref}: ${title}`,
  'evidence.retitled': ({ evidenceId, title, kind }, tell) => {
    const ref = tell.evidence(evidenceId);
    const renamed = tell.isRedacted(evidenceId) ? `renamed ${ref}` : `renamed ${ref} to “${title}”`;
    const sorted = kind === undefined ? '' : `filed ${title === undefined ? ref : 'it'} under ${kind}`;
    return listed([title === undefined ? '' : renamed, sorted].filter((part) => part !== ''));
  },
  'evidence.weighed': ({ evidenceId, hypothesisId, value, note }, tell) =>
    `weighed: ${tell.evidence(evidenceId)} ${BEARS[value]} ${tell.hypothesis(hypothesisId)}${colon(note)}`,
  'evidence.redacted': ({ evidenceId, because }, tell) => `redacted ${tell.evidence(evidenceId)}${colon(because)}`,
};

export const tellTask: Tellers<Extract<EventType, `task.${string}`>> = {
  'task.added': ({ ref, text, ownerName, dueAt }, tell) => {
    const facts = [ownerName ? `for ${ownerName}` : '', dueAt ? `due ${tell.time(dueAt)}` : ''].filter((fact) => fact !== '');
    return `added ${ref}: ${text}${facts.length > 0 ? ` (${facts.join(', ')})` : ''}`;
  },
  'task.assigned': ({ taskId, ownerId, ownerName, dueAt }, tell) => {
    const ref = tell.task(taskId);
    const due = dueAt ? `, due ${tell.time(dueAt)}` : '';
    if (ownerId === null) return `gave ${ref} back to everybody${due}`;
    return `${tell.isActor(ownerId) ? `took ${ref}` : `gave ${ref} to ${ownerName}`}${due}`;
  },
  'task.finished': ({ taskId, outcome }, tell) => `finished ${tell.task(taskId)}${colon(outcome)}`,
  'task.dropped': ({ taskId, because }, tell) => `dropped ${tell.task(taskId)}${colon(because)}`,
};
