'use client';

import type { ApiAnswer } from '@/components/shell/call-api';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time/time';
import type { PublicationPage, PublicationSummary } from '@/lib/contracts/publishing';
import { ReadAgain } from './read-again';
import { Facts } from '../facts';
import { Panel } from '../section';

const REASONS: Record<string, string> = {
  clock: 'its time had come',
  start: 'the server started',
  asked: 'asked for',
  settings: 'settings changed',
  'status-page.changed': 'about the page changed',
  'status-history.imported': 'history imported',
};

/** Why the page was written: what happened, as words. */
const reasonText = (reason: string) => REASONS[reason] ?? reason.replaceAll(/[.-]/g, ' ');

const sizeText = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

type PublicationLogProps = {
  answer: ApiAnswer<PublicationPage> | null;
  isFirst: boolean;
  onTurn: (cursor: string | null) => void;
  onAgain: () => void;
};

/** Each time the page was written: when, why, by whom, what it came to. */
export function PublicationLog({ answer, isFirst, onTurn, onAgain }: PublicationLogProps) {
  return (
    <section aria-label="Publications" className="flex flex-col gap-2">
      <h2 className="pt-2 text-sm font-semibold">Publications</h2>
      {answer && !answer.ok && <ReadAgain message={answer.message} onAgain={onAgain} />}
      {!answer && <Skeleton className="h-24 w-full" />}
      {answer?.ok && <Log page={answer.value} isFirst={isFirst} onTurn={onTurn} />}
    </section>
  );
}

type LogProps = { page: PublicationPage; isFirst: boolean; onTurn: (cursor: string | null) => void };

function Log({ page: { publications, next }, isFirst, onTurn }: LogProps) {
  return (
    <>
      <Panel>
        {publications.length === 0 && <p className="px-4 py-3 text-sm text-muted">The page was not published yet.</p>}
        {publications.map((one) => (
          <Row key={one.id} publication={one} />
        ))}
      </Panel>
      {(next || !isFirst) && (
        <span className="flex justify-end gap-2">
          {!isFirst && (
            <Button size="sm" onClick={() => onTurn(null)}>
              Latest
            </Button>
          )}
          {next && (
            <Button size="sm" onClick={() => onTurn(next)}>
              Earlier
            </Button>
          )}
        </span>
      )}
    </>
  );
}

function Row({ publication }: { publication: PublicationSummary }) {
  const { at, actor, reason, fileCount, sizeBytes, durationMs, error } = publication;
  return (
    <div className="flex flex-col gap-0.5 px-4 py-2">
      <div className="flex flex-wrap items-center gap-x-2 text-sm">
        <Time at={at} className="font-medium" />
        <span>{reasonText(reason)}</span>
        {actor && <span className="text-muted">by {actor.name}</span>}
        {error && <Badge tone="danger">failed</Badge>}
      </div>
      {error ? (
        <p className="text-xs break-words text-danger-ink">{error}</p>
      ) : (
        <Facts>
          <span className="tabular-nums">{fileCount.toLocaleString('en')} files</span>
          <span className="tabular-nums">{sizeText(sizeBytes)}</span>
          <span className="tabular-nums">{durationMs.toLocaleString('en')} ms</span>
        </Facts>
      )}
    </div>
  );
}
