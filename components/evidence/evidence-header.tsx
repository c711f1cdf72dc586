'use client';

import { ArrowLeft, Download, EyeOff, ShieldCheck } from 'lucide-react';
import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Time } from '@/components/ui/time/time';
import { Tooltip } from '@/components/ui/tooltip';
import { NetworkState } from '@/components/room/header/network-state';
import { useRoom } from '@/components/room/room-provider';
import { useRoomUiStore } from '@/components/room/room-context';
import { bytesText } from '@/components/room/size-text';
import { offers } from '@/lib/client/offers';
import type { Evidence } from '@/lib/core/incident/state';
import { EvidenceTitle } from './evidence-title';

/** What this is, where it came from, and what can be done with it as a whole. */
export function EvidenceHeader({ evidence }: { evidence: Evidence }) {
  const key = useRoom((view) => view.drawn.key);
  const title = useRoom((view) => view.drawn.title);
  return (
    <header className="flex shrink-0 flex-col gap-0.5 border-b border-line bg-surface px-3 py-1.5">
      <div className="flex items-center gap-2">
        <Link
          href={`/incidents/${key}`}
          className="inline-flex h-8 min-w-0 shrink items-center gap-1.5 rounded-md px-1.5 text-sm text-muted hover:bg-hover hover:text-ink touch:h-11"
        >
          <ArrowLeft aria-hidden className="size-4 shrink-0" />
          <span className="font-mono font-semibold">{key}</span>
          <span className="truncate max-md:sr-only">{title}</span>
        </Link>
        <span className="flex-1" />
        <NetworkState />
        <EvidenceButtons evidence={evidence} />
      </div>
      <EvidenceTitle evidence={evidence} />
      <Origin evidence={evidence} />
    </header>
  );
}

function EvidenceButtons({ evidence: { id, ref, redacted } }: { evidence: Evidence }) {
  const ui = useRoomUiStore();
  const key = useRoom((view) => view.drawn.key);
  const canRedact = useRoom((view) => offers(view, 'evidence.redact', { evidence: ref, because: 'because' }));
  if (redacted) return null;
  return (
    <>
      {canRedact && (
        <Button
          size="sm"
          variant="ghost"
          icon={<EyeOff aria-hidden />}
          aria-label={`Redact ${ref}`}
          onClick={() => ui.getState().open({ name: 'redact-evidence', evidenceId: id })}
        >
          <span className="max-md:sr-only">Redact</span>
        </Button>
      )}
      <a
        href={`/api/v1/incidents/${key}/evidence/${ref}/body`}
        download={`${key}-${ref}`}
        aria-label={`Download ${ref}`}
        className="inline-flex h-7 items-center gap-1.5 rounded-md border border-line-strong px-2 text-xs font-medium hover:bg-hover touch:h-11"
      >
        <Download aria-hidden className="size-4" />
        <span className="max-md:sr-only">Download</span>
      </a>
    </>
  );
}

function Origin({ evidence }: { evidence: Evidence }) {
  const { kind, sizeBytes, lineCount, attachedBy, maskedCount, source, redacted, window } = evidence;
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 pb-0.5 text-xs text-muted">
      <Badge>{kind}</Badge>
      {!redacted && (
        <span>
          {bytesText(sizeBytes)}
          {lineCount !== null && ` · ${lineCount.toLocaleString('en')} ${lineCount === 1 ? 'line' : 'lines'}`}
        </span>
      )}
      <span>
        attached by {attachedBy.name} <Time at={attachedBy.at} />
      </span>
      {source.command && <code className="max-w-full truncate rounded-sm bg-hover px-1 font-mono">$ {source.command}</code>}
      {source.host && <span>on {source.host}</span>}
      {window && (
        <span>
          from <Time at={window.from} /> to <Time at={window.to} />
        </span>
      )}
      {maskedCount > 0 && (
        <Tooltip text="What looked like a password, a key or a token was masked before it was stored.">
          <span>
            <Badge tone="good" icon={<ShieldCheck aria-hidden />}>
              {maskedCount} {maskedCount === 1 ? 'secret' : 'secrets'} masked
            </Badge>
          </span>
        </Tooltip>
      )}
    </p>
  );
}
