import * as z from 'zod/mini';
import { attachedAs, kindOf, titleOf } from '@/lib/core/evidence/first-look';
import type { EvidenceId } from '@/lib/core/ids';
import { InstantInput, line, orNull, output, prose } from '@/lib/core/text';
import { command, ok, refuse } from '../command';
import type { Fact } from '../events';
import { findHypothesis, noHypothesis } from '../find';
import { HypothesisRef } from '../ref-inputs';
import { mustBeInRoom } from '../permissions';
import { refusedTime } from '../refused-time';
import { BEARING_VALUES, EVIDENCE_KINDS } from '../state';

export const PASTE_MAX = 200_000;
export const EvidenceTitle = line(200);
export const BearingNote = prose(2000);
export const Bearing = z.literal(BEARING_VALUES, { error: 'Weigh it from -2 (rules it out) to 2 (strongly supports).' });

const Source = z.strictObject({
  command: orNull(prose(2000)),
  host: orNull(line(255)),
  url: orNull(line(2000)),
  query: orNull(prose(4000)),
});

export const addEvidence = command({
  name: 'evidence.add',
  title: 'Attach evidence',
  path: '/evidence',
  input: z.strictObject({
    /** Left out: seen from the body. */
    kind: orNull(z.enum(EVIDENCE_KINDS)),
    /** Left out: the first line of the body. */
    title: orNull(EvidenceTitle),
    source: z.prefault(Source, {}),
    window: orNull(z.strictObject({ from: InstantInput, to: InstantInput })),
    hypothesis: orNull(HypothesisRef),
    /** How it bears on the hypothesis; left out: attached, not weighed yet. */
    value: orNull(Bearing),
    note: orNull(BearingNote),
    /** The output itself, or the id of an upload. */
    text: z.optional(output(PASTE_MAX)),
    upload: z.optional(z.uuid()),
  }),
  may: mustBeInRoom,
  decide(incident, input, { body, commandId, now }) {
    if (input.text !== undefined && input.upload !== undefined) return refuse('invalid', 'Give text or an upload, not both.');
    if (!body) return refuse('invalid', 'Paste the output as text, or upload a file first.');
    const { window } = input;
    if (window && window.from > window.to) return refuse('invalid', 'The window ends before it begins. Swap its ends.');
    const badTime = window && refusedTime(window.from, now, 'The window');
    if (badTime) return badTime;
    const hypothesis = input.hypothesis === null ? null : findHypothesis(incident, input.hypothesis);
    if (input.hypothesis !== null && !hypothesis) return noHypothesis(input.hypothesis);
    if (!hypothesis && (input.value !== null || input.note !== null)) {
      return refuse('invalid', 'Name the hypothesis that this bears on, for example H1, or leave value and note out.');
    }
    const evidenceId = commandId as string as EvidenceId;
    const seen = attachedAs(body);
    const data = {
      evidenceId,
      ref: `E${incident.counters.E + 1}`,
      kind: input.kind ?? kindOf(body),
      title: input.title ?? titleOf(body),
      source: { ...input.source, command: input.source.command ?? seen.command },
      window,
      ...body,
    };
    const bearing = { evidenceId, value: input.value ?? 0, note: input.note };
    const weighed: Fact[] = hypothesis ? [{ type: 'evidence.weighed', data: { ...bearing, hypothesisId: hypothesis.id } }] : [];
    return ok({ type: 'evidence.added', data }, ...weighed);
  },
});
