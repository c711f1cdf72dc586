'use client';

import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { Time } from '@/components/ui/time/time';
import { useZone } from '@/components/ui/time/zone';
import { offers } from '@/lib/client/offers';
import { InstantField } from '../instant-field';
import { readInstant, writtenInstant } from '../instant-text';
import { LineText } from '../log/line-text';
import { useRoom } from '../room-provider';
import { EditableFact } from './editable-fact';
import { PrivacyFact } from './privacy-fact';
import { SideSection } from './side-section';

const toServices = (text: string) =>
  text
    .split(/[,\n]/)
    .map((name) => name.trim())
    .filter(Boolean);

/** What is broken for whom, since when, and who may see it. */
export function FactsSection() {
  const canEdit = useRoom((view) => offers(view, 'incident.describe', { title: `${view.drawn.title}.` }));
  return (
    <SideSection title="Facts">
      <dl className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-2">
        <SummaryFact canEdit={canEdit} />
        <ServicesFact canEdit={canEdit} />
        <InstantFact label="Impact" field="startedAt" canEdit={canEdit} />
        <InstantFact label="Detected" field="detectedAt" canEdit={canEdit} />
        <DeclaredFact />
        <PrivacyFact />
      </dl>
    </SideSection>
  );
}

function SummaryFact({ canEdit }: { canEdit: boolean }) {
  const summary = useRoom((view) => view.drawn.summary);
  return (
    <EditableFact
      label="Summary"
      multiline
      canEdit={canEdit}
      isEmpty={!summary}
      initial={summary ?? ''}
      was={{ summary }}
      field={({ id, value, onChange }) => (
        <Textarea
          id={id}
          autoFocus
          rows={3}
          placeholder="What is broken, for whom, how badly"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      input={(value) => ({ summary: value.trim() || null })}
    >
      <span className="whitespace-pre-wrap">
        <LineText text={summary ?? ''} lastSeq={Infinity} />
      </span>
    </EditableFact>
  );
}

function ServicesFact({ canEdit }: { canEdit: boolean }) {
  const services = useRoom((view) => view.drawn.services);
  return (
    <EditableFact
      label="Services"
      canEdit={canEdit}
      isEmpty={services.length === 0}
      initial={services.join(', ')}
      was={{ services }}
      field={({ id, value, onChange }) => (
        <Input
          id={id}
          autoFocus
          placeholder="checkout, orders"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      input={(value) => ({ services: toServices(value) })}
    >
      {services.join(', ')}
    </EditableFact>
  );
}

const DETECTED = 'detectedAt';

function InstantFact({ label, field, canEdit }: { label: string; field: 'startedAt' | 'detectedAt'; canEdit: boolean }) {
  const zone = useZone();
  const at = useRoom((view) => view.drawn[field]);
  const fallback = useRoom((view) => view.drawn.declaredAt);
  return (
    <EditableFact
      // What was typed is meant in the zone it was typed in.
      key={zone}
      label={label}
      canEdit={canEdit}
      isEmpty={at === null}
      initial={writtenInstant(at ?? fallback, zone)}
      was={{ [field]: at }}
      field={({ id, value, onChange }) => <InstantField id={id} autoFocus zone={zone} value={value} onChange={onChange} />}
      input={(value) => {
        const instant = value === '' && field === DETECTED ? null : readInstant(value, zone, fallback);
        return instant === null && field !== DETECTED ? null : { [field]: instant };
      }}
    >
      {at && <Time at={at} />}
    </EditableFact>
  );
}

function DeclaredFact() {
  const at = useRoom((view) => view.drawn.declaredAt);
  const by = useRoom((view) => view.drawn.declaredBy.name);
  return (
    <>
      <dt className="pt-1 text-xs leading-5 text-faint">Declared</dt>
      <dd className="py-1 wrap-anywhere">
        <Time at={at} /> <span className="text-muted">by {by}</span>
      </dd>
    </>
  );
}
