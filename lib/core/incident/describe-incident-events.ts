import type { Tellers } from './describe-method';
import { colon, listed, type Telling } from './describe-text';
import type { EventData, EventType } from './events';

type IncidentType = Extract<EventType, `incident.${string}` | `role.${string}` | `command.${string}`>;

const QUOTED_CHARACTERS = 200;

/** The beginning of some words, on one line. */
function quoted(words: string): string {
  const characters = [...words.replace(/\s*\n\s*/g, ' / ')];
  const isLong = characters.length > QUOTED_CHARACTERS;
  return `“${characters.slice(0, QUOTED_CHARACTERS).join('')}${isLong ? ' …' : ''}”`;
}

function described(change: EventData['incident.described'], tell: Telling): string {
  const parts: string[] = [];
  if (change.title !== undefined) parts.push(`the title to “${change.title}”`);
  if (change.summary !== undefined) parts.push(`the summary to ${change.summary ? quoted(change.summary) : 'nothing'}`);
  if (change.services !== undefined) parts.push(`the services to ${listed(change.services) || 'none'}`);
  if (change.startedAt !== undefined) parts.push(`the start of impact to ${tell.time(change.startedAt)}`);
  if (change.detectedAt !== undefined) {
    parts.push(`the time of detection${change.detectedAt ? ` to ${tell.time(change.detectedAt)}` : ' to unknown'}`);
  }
  return `changed ${listed(parts)}`;
}

function statusChanged({ from, to, because, evidenceId, running }: EventData['incident.statusChanged'], tell: Telling): string {
  const shown = evidenceId ? [`${tell.evidence(evidenceId)} shows it`] : [];
  const left = running.length > 0 ? [`still running: ${listed(running)}`] : [];
  const facts = [...shown, ...left];
  return `set the status from ${from} to ${to}${colon(because)}${facts.length > 0 ? ` (${facts.join('; ')})` : ''}`;
}

export const tellIncident: Tellers<IncidentType> = {
  'incident.declared': ({ key, title, severity, isPrivate }) =>
    `declared ${key}: ${title} (${severity}${isPrivate ? ', private' : ''})`,
  'incident.described': described,
  'incident.severityChanged': ({ from, to, because }) => `set the severity from ${from} to ${to}${colon(because)}`,
  'incident.statusChanged': statusChanged,
  'incident.restricted': ({ isPrivate, keeps }) => {
    if (!isPrivate) return 'opened the incident to everybody here';
    const others = keeps.length > 0 ? ` (let in as they took part: ${listed(keeps.map((one) => one.name))})` : '';
    return `made the incident private${others}`;
  },
  'incident.accessGranted': ({ name }) => `gave ${name} access`,
  'incident.accessRevoked': ({ userId, name }, tell) => `withdrew ${tell.isActor(userId) ? 'their own' : `${name}'s`} access`,
  'role.assigned': ({ userId, name, role }, tell) => (tell.isActor(userId) ? `took the role of ${role}` : `made ${name} ${role}`),
  'role.released': ({ userId, name, role }, tell) =>
    tell.isActor(userId) ? `gave back the role of ${role}` : `released ${name} as ${role}`,
  'command.taken': ({ userId, fromId, because }, tell) => {
    if (fromId === userId) return `keeps command${colon(because)}`;
    return `took command${fromId ? ` from ${tell.person(fromId)}` : ''}${colon(because)}`;
  },
  'command.handOverOffered': ({ toName }) => `offers command to ${toName}`,
  'command.accepted': ({ fromId }, tell) => `took command over from ${tell.person(fromId)}`,
};
