'use client';

import { plainOutput } from '@/components/evidence/plain-output';
import { bearingsOn, findEvidence, findHypothesis, findTask } from '@/lib/core/incident/find';
import { BearingMark } from './bearing-mark';
import { HYPOTHESIS_WORD, HypothesisShape } from './hypothesis-shape';
import { useRoom } from './room-provider';
import { bytesText } from './size-text';

type GlanceProps = { reference: string };

/** What a hypothesis says and how it stands, in a few lines. */
export function HypothesisGlance({ reference }: GlanceProps) {
  const incident = useRoom((view) => view.drawn);
  const hypothesis = findHypothesis(incident, reference);
  if (!hypothesis) return null;
  const bearings = bearingsOn(incident, hypothesis);
  return (
    <div className="flex flex-col gap-1 py-1">
      <p className="text-sm text-balance wrap-anywhere">{hypothesis.statement}</p>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted">
        <span className="inline-flex items-center gap-1">
          <HypothesisShape state={hypothesis.state} /> {HYPOTHESIS_WORD[hypothesis.state]}
        </span>
        {hypothesis.ownerName && <span>{hypothesis.ownerName}</span>}
        {bearings.map((bearing) => (
          <span key={bearing.evidenceId} className="inline-flex items-center gap-1 font-mono">
            {incident.evidence[bearing.evidenceId]?.ref} <BearingMark value={bearing.value} />
          </span>
        ))}
      </p>
      {hypothesis.verdict?.because && <p className="text-muted wrap-anywhere">“{hypothesis.verdict.because}”</p>}
    </div>
  );
}

const GLANCE_LINES = 6;

/** What an evidence is and how it begins. */
export function EvidenceGlance({ reference }: GlanceProps) {
  const evidence = useRoom((view) => findEvidence(view.drawn, reference));
  if (!evidence) return null;
  if (evidence.redacted) {
    return (
      <p className="py-1 text-muted">
        Redacted by {evidence.redacted.name}: {evidence.redacted.because}
      </p>
    );
  }
  const preview = plainOutput(evidence.preview).split('\n').slice(0, GLANCE_LINES).join('\n');
  return (
    <div className="flex flex-col gap-1 py-1">
      <p className="text-sm wrap-anywhere">{evidence.title}</p>
      <p className="text-muted">
        {evidence.kind} · {bytesText(evidence.sizeBytes)}
        {evidence.lineCount !== null && ` · ${evidence.lineCount.toLocaleString('en')} lines`} · {evidence.attachedBy.name}
      </p>
      {preview && <pre className="overflow-hidden rounded-sm bg-sunken px-1.5 py-1 font-mono text-2xs text-muted">{preview}</pre>}
    </div>
  );
}

export function TaskGlance({ reference }: GlanceProps) {
  const task = useRoom((view) => findTask(view.drawn, reference));
  if (!task) return null;
  const state = task.state === 'open' ? (task.ownerName ?? 'nobody has it') : `${task.state} by ${task.stateSetBy.name}`;
  return (
    <div className="py-1">
      <p className="text-sm wrap-anywhere">{task.text}</p>
      <p className="text-muted">
        {task.kind} · {state}
      </p>
    </div>
  );
}
