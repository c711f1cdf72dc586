'use client';

import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Time } from '@/components/ui/time/time';
import type { ImportCount, ImportReport } from '@/lib/contracts/status-page';

type ImportReportViewProps = { report: ImportReport; isDone: boolean; busy: string | null; onConfirm: () => void };

const PARTS: { part: 'groups' | 'components' | 'incidents' | 'maintenance' | 'changes'; word: string }[] = [
  { part: 'groups', word: 'Groups' },
  { part: 'components', word: 'Components' },
  { part: 'incidents', word: 'Incidents' },
  { part: 'maintenance', word: 'Maintenance' },
  { part: 'changes', word: 'Changes of state' },
];

const isNothing = (report: ImportReport) => PARTS.every(({ part }) => report[part].added + report[part].changed === 0);

/** What would come in, or came in, in figures and a few names. */
export function ImportReportView({ report, isDone, busy, onConfirm }: ImportReportViewProps) {
  const { names, earliest, latest, leftOut } = report;
  return (
    <section
      aria-label={isDone ? 'What came in' : 'What would come in'}
      className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4"
    >
      {isDone && (
        <Banner tone="good" live="polite">
          {isNothing(report) ? 'All of it was here already.' : 'It is in. The page is written anew.'}
        </Banner>
      )}
      <table className="w-full max-w-lg text-sm tabular-nums">
        <thead>
          <tr className="text-xs text-muted">
            <th scope="col" className="py-1 text-left font-normal">
              {isDone ? 'Came in' : 'Would come in'}
            </th>
            <th scope="col" className="py-1 text-right font-normal">
              New
            </th>
            <th scope="col" className="py-1 text-right font-normal">
              Changed
            </th>
            <th scope="col" className="py-1 text-right font-normal">
              Here already
            </th>
          </tr>
        </thead>
        <tbody>
          {PARTS.map(({ part, word }) => (
            <CountRow key={part} word={word} count={report[part]} />
          ))}
        </tbody>
      </table>
      <div className="flex flex-col gap-1 text-sm">
        {names.components.length > 0 && <Names word="Components" names={names.components} all={report.components.added} />}
        {names.incidents.length > 0 && <Names word="Incidents" names={names.incidents} all={report.incidents.added} />}
        {earliest && latest && (
          <p className="text-muted">
            History from <Time at={earliest} shape="day" /> to <Time at={latest} shape="day" />
          </p>
        )}
        {leftOut.map((sentence) => (
          <p key={sentence} className="text-warn-ink">
            {sentence}
          </p>
        ))}
      </div>
      {!isDone && (
        <div className="flex flex-wrap items-center justify-end gap-3">
          {isNothing(report) ? (
            <span className="text-sm text-muted">All of it is here already.</span>
          ) : (
            <>
              <span className="text-xs text-muted">Nobody is notified. What came in can be edited afterwards.</span>
              <Button variant="primary" busy={busy} onClick={onConfirm}>
                Bring it in
              </Button>
            </>
          )}
        </div>
      )}
    </section>
  );
}

function CountRow({ word, count }: { word: string; count: ImportCount }) {
  return (
    <tr className="border-t border-line">
      <th scope="row" className="py-1 text-left font-normal">
        {word}
      </th>
      {[count.added, count.changed, count.known].map((figure, index) => (
        <td key={index} className={figure === 0 ? 'py-1 text-right text-faint' : 'py-1 text-right'}>
          {figure.toLocaleString('en')}
        </td>
      ))}
    </tr>
  );
}

function Names({ word, names, all }: { word: string; names: string[]; all: number }) {
  const more = all - names.length;
  return (
    <p className="break-words">
      <span className="text-muted">{word}:</span> {names.join(', ')}
      {more > 0 && <span className="text-muted"> and {more.toLocaleString('en')} more</span>}
    </p>
  );
}
