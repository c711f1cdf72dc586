'use client';

import { useEffect } from 'react';
import './ansi.css';
import { ClosedRoom } from '@/components/room/later';
import { RoomDialogs } from '@/components/room/dialogs/room-dialogs';
import { Overlays } from '@/components/room/overlays';
import { useRoom } from '@/components/room/room-provider';
import { useRoomActions } from '@/components/room/use-room-actions';
import { findEvidence } from '@/lib/core/incident/find';
import type { Evidence } from '@/lib/core/incident/state';
import { BearingsPanel } from './bearings-panel';
import { EvidenceHeader } from './evidence-header';
import { ImageView } from './image-view';
import type { LinesAnswer } from './line-store';
import { OutputView } from './output-view';
import { RedactedView } from './redacted-view';

type EvidencePageProps = { reference: string; firstLines: LinesAnswer | null };

/** What was observed, in full; how it bears on what is thought; and where it came from. */
export function EvidencePage({ reference, firstLines }: EvidencePageProps) {
  const closed = useRoom((view) => view.closed);
  const evidence = useRoom((view) => findEvidence(view.drawn, reference));
  if (closed) return <ClosedRoom closed={closed} />;
  if (!evidence) return null;
  return (
    <div className="flex h-full flex-col">
      <EvidenceHeader evidence={evidence} />
      <div className="grid min-h-0 flex-1 grid-cols-1 gap-px bg-line max-lg:grid-rows-[minmax(0,1fr)_auto] lg:grid-cols-[minmax(0,1fr)_20rem]">
        <section aria-label={`${evidence.ref}, the output`} className="flex min-h-0 min-w-0 flex-col bg-surface">
          <Body evidence={evidence} firstLines={firstLines} />
        </section>
        <aside aria-label="Bearings" tabIndex={0} className="relative min-h-0 overflow-y-auto bg-surface max-lg:max-h-[35dvh]">
          <BearingsPanel evidence={evidence} />
        </aside>
      </div>
      <RoomDialogs />
      <Overlays />
      <ReportFocus id={evidence.id} />
    </div>
  );
}

function Body({ evidence, firstLines }: { evidence: Evidence; firstLines: LinesAnswer | null }) {
  if (evidence.redacted) return <RedactedView redacted={evidence.redacted} />;
  if (evidence.contentType.startsWith('image/')) return <ImageView evidence={evidence} />;
  return <OutputView evidence={evidence} firstLines={firstLines} />;
}

/** Tells the others that this is looked at. */
function ReportFocus({ id }: { id: Evidence['id'] }) {
  const { setFocus } = useRoomActions();
  useEffect(() => {
    setFocus(id);
    return () => setFocus(null);
  }, [id, setFocus]);
  return null;
}
