import * as z from 'zod/mini';
import { ComponentId, type UpdateId } from '@/lib/core/ids';
import { ComponentState } from '@/lib/core/status/component-state';
import { InstantInput, line, orNull, prose } from '@/lib/core/text';
import { command, ok, refuse, type Refusal } from '../command';
import { byWhom, conflict } from '../conflict';
import { UpdateRef } from '../ref-inputs';
import { mustBeInRoom, mustSpeak } from '../permissions';
import { refusedDueTime } from '../refused-time';
import { AUDIENCES, PHASES, type Audience, type IncidentState, type Phase, type Update } from '../state';
import { affectedComponents } from '../affected-components';

export const UpdateText = prose(5000);

/** Components with the state that they have from this update on. */
export const Affected = z.array(z.strictObject({ componentId: ComponentId, state: ComponentState })).check(z.maxLength(200));

/** The latest update for an audience, by its place in the incident. */
export function latestUpdate(incident: IncidentState, audience: Audience): Update | null {
  const number = ({ ref }: Update) => Number(ref.slice(1));
  const all = Object.values(incident.updates).filter((one) => one.audience === audience);
  return all.reduce<Update | null>((last, one) => (last && number(last) > number(one) ? last : one), null);
}

type Public = { phase: Phase | null; title: string | null };

function refusedPublic(incident: IncidentState, { phase, title }: Public): Refusal | null {
  if (incident.isPractice) return refuse('rule', 'This is a practice room: nothing of it is ever published.');
  if (incident.isPrivate) {
    return refuse(
      'rule',
      'This incident is private: nothing of it goes to the public. Open it to everybody here first, or tell stakeholders.',
    );
  }
  if (phase === null)
    return refuse('invalid', 'Choose the phase that the public reads: investigating, identified, monitoring or resolved.');
  if (title === null && incident.publicTitle === null) {
    return refuse('invalid', 'Give it a title for the public. The title of the room stays inside.');
  }
  return null;
}

/** Refuses where somebody else told this audience something that the writer has not seen, or said the same already. */
function refusedRepeat(
  last: Update | null,
  after: string | null | undefined,
  said: { text: string; phase: Phase | null },
): Refusal | null {
  const seen = after?.toUpperCase();
  if (last && after !== undefined && seen !== last.ref && after !== last.id) {
    return conflict(
      `${last.ref} was posted${byWhom(last.postedBy)} meanwhile. Read it, then post yours if it still says something new.`,
      last,
      last.postedBy,
    );
  }
  if (last && !last.redacted && last.text === said.text && last.phase === said.phase) {
    return conflict(`${last.ref} says the same already${byWhom(last.postedBy)}.`, last, last.postedBy);
  }
  return null;
}

export const postUpdate = command({
  name: 'update.post',
  title: 'Post an update',
  path: '/updates',
  input: z.strictObject({
    audience: z.enum(AUDIENCES),
    phase: orNull(z.enum(PHASES)),
    text: UpdateText,
    /** The title that the public reads; asked for by the first public update. */
    title: orNull(line(200)),
    components: z._default(Affected, []),
    /** The promise of the next one; null promises nothing. */
    nextUpdateAt: orNull(InstantInput),
    /** The last update to this audience that the person saw, null for none. */
    after: z.optional(z.nullable(UpdateRef)),
  }),
  may: mustBeInRoom,
  whenClosed: true,
  decide(incident, { audience, phase, text, title, components: wanted, nextUpdateAt, after }, meta) {
    const silent = audience === 'team' ? null : mustSpeak(incident, meta.actor);
    if (silent) return refuse('forbidden', silent);
    const refused =
      (audience === 'public' ? refusedPublic(incident, { phase, title }) : null) ??
      refusedRepeat(latestUpdate(incident, audience), after, { text, phase }) ??
      refusedDueTime(nextUpdateAt, meta.at);
    if (refused) return refused;
    const found = affectedComponents(wanted, audience, meta);
    if (!found.ok) return found;
    const updateId = meta.commandId as string as UpdateId;
    const ref = `U${incident.counters.U + 1}`;
    const publicTitle = audience === 'public' && title !== incident.publicTitle ? title : null;
    return ok({
      type: 'update.posted',
      data: { updateId, ref, audience, phase, text, title: publicTitle, components: found.components, nextUpdateAt },
    });
  },
});
