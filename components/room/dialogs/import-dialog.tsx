'use client';

import { useMemo, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { dayText } from '@/components/ui/time/format';
import { localOffsetMin } from '@/components/ui/time/local-zone';
import { Time } from '@/components/ui/time/time';
import { useZone } from '@/components/ui/time/zone';
import { parseLogText } from '@/lib/core/incident/log-text';
import { useRoom } from '../room-provider';
import { useCommand } from '../use-command';
import { FormDialog } from './form-dialog';

const SHOWN = 200;

/** Shows what a written log would become, line by line with its time, before it is brought in. */
export function ImportDialog({ text: pasted, onClose }: { text: string; onClose: () => void }) {
  const zone = useZone();
  const clockOffsetMs = useRoom((view) => view.clockOffsetMs);
  const [text, setText] = useState(pasted);
  const { send, refusal, isBusy } = useCommand('log.import');
  const parsed = useMemo(() => {
    const nowMs = Date.now() + clockOffsetMs;
    const offsetMin = zone === 'utc' ? 0 : localOffsetMin(nowMs);
    return parseLogText(text, { now: new Date(nowMs).toISOString(), offsetMin });
  }, [text, zone, clockOffsetMs]);
  const count = parsed.ok ? parsed.lines.length : 0;

  async function submit() {
    if (parsed.ok && (await send({ lines: parsed.lines }))) onClose();
  }

  return (
    <FormDialog
      size="lg"
      keepOpen
      title="Bring a written log in"
      description={`Times are read as ${zone === 'utc' ? 'UTC' : 'local time'}. Each line becomes an entry at its time, written by you.`}
      onClose={onClose}
      submit={count === 1 ? 'Import 1 line' : `Import ${count} lines`}
      busy={isBusy}
      canSubmit={count > 0}
      refusal={refusal?.message ?? null}
      onSubmit={() => void submit()}
    >
      <Field label="As written">
        {(control) => (
          <Textarea
            {...control}
            mono
            rows={6}
            className="text-xs"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {parsed.ok ? (
        <ol className="max-h-72 overflow-y-auto rounded-md border border-line" aria-label="What it becomes" tabIndex={0}>
          {parsed.lines.slice(0, SHOWN).map((line, index) => (
            <li key={index} className="flex gap-2 px-2 py-1 odd:bg-hover">
              <span className="shrink-0 text-xs leading-5 text-faint">{dayText(line.at, zone).slice(4, 10)}</span>
              <Time at={line.at} shape="clock" className="shrink-0 font-mono text-xs leading-5" />
              <span className="min-w-0 whitespace-pre-wrap wrap-anywhere">{line.text}</span>
            </li>
          ))}
          {count > SHOWN && <li className="px-2 py-1 text-muted">and {count - SHOWN} more</li>}
        </ol>
      ) : (
        <Banner tone="warn">
          <ul>
            {parsed.issues.map(({ line, message }) => (
              <li key={line}>
                Line {line}: {message}
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </FormDialog>
  );
}
