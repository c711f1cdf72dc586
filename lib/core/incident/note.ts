import { refuse, type Refusal } from './command';
import { byWhom, conflict } from './conflict';
import type { Actor } from './events';
import { noEntry } from './find';
import { entryOf, type Entry } from './ledger';
import { isLeading } from './permissions';
import type { IncidentRole, IncidentState } from './state';

/** Whether the line was written by a person, and not made from another kind of event. */
const isNote = (entry: Pick<Entry, 'text' | 'redacted'>): boolean => entry.text !== null || entry.redacted !== null;

type Found = { ok: true; entry: Entry } | Refusal;

/** A note that still has its words. */
export function findNote(incident: IncidentState, seq: number): Found {
  if (seq > incident.seq) return noEntry(seq);
  const entry = entryOf(incident.entries, seq);
  if (!entry || !isNote(entry)) {
    return refuse(
      'rule',
      `#${seq} is not a note: it was made from what somebody did. Only notes can be changed; write a new one.`,
    );
  }
  if (entry.redacted) return conflict(`#${seq} was redacted already${byWhom(entry.redacted)}.`, null, entry.redacted);
  return { ok: true, entry };
}

/** A note belongs to its author; whoever leads, an administrator and the named roles may change it too. */
export function refusedNote(incident: IncidentState, actor: Actor, entry: Entry, roles: IncidentRole[]): Refusal | null {
  const held = incident.roles[actor.userId] ?? [];
  const mayChange =
    entry.authorId === actor.userId ||
    actor.role === 'admin' ||
    isLeading(incident, actor) ||
    roles.some((role) => held.includes(role));
  if (mayChange) return null;
  const author = Object.entries(incident.people).find(([userId]) => userId === entry.authorId)?.[1] ?? 'Somebody else';
  const others = [...roles.map((role) => `the ${role}`), 'the commander'].join(', ');
  return refuse('forbidden', `${author} wrote #${entry.seq}. Ask ${author}, ${others} or an administrator.`);
}
